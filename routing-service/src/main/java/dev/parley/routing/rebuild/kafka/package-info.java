/// The Kafka side of a rebuild: the log, read by hand and committed nowhere.
@NullMarked
package dev.parley.routing.rebuild.kafka;

import org.jspecify.annotations.NullMarked;
