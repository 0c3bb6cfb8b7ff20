/// Kafka and PostgreSQL for the tests of a JVM: [dev.parley.deploy.embedded.EmbeddedStackResource]
/// is what a Quarkus test names, and [dev.parley.deploy.embedded.SharedStack] restarts what it
/// started.
///
/// Both servers are child processes that end with this one; the packages below run them, for the
/// tests and for the local stack alike.
@NullMarked
package dev.parley.deploy.embedded;

import org.jspecify.annotations.NullMarked;
