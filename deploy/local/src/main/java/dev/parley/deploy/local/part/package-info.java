/// The processes of a stack, each with one way to start, stop and be found dead: Kafka, PostgreSQL
/// and the services. [dev.parley.deploy.local.part.Supervised] starts a part again when it dies, on
/// a virtual thread of its own.
@NullMarked
package dev.parley.deploy.local.part;

import org.jspecify.annotations.NullMarked;
