/// The Kafka side of queries: the poll loop of `parley.queries`, on a thread of its own.
@NullMarked
package dev.parley.routing.history.kafka;

import org.jspecify.annotations.NullMarked;
