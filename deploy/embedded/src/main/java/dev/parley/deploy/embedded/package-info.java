/// Kafka and PostgreSQL as child processes of this one: settings go in, a running server with a
/// process id comes out, and it ends with the process that started it.
///
/// [dev.parley.deploy.embedded.EmbeddedKafka] and [dev.parley.deploy.embedded.EmbeddedPostgres]
/// serve the local stack and the tests alike; [dev.parley.deploy.embedded.EmbeddedStackResource] is
/// what a Quarkus test names. Starting and stopping block the caller, always with a limit; the
/// lines that a server logs arrive on a thread of that server.
@NullMarked
package dev.parley.deploy.embedded;

import org.jspecify.annotations.NullMarked;
