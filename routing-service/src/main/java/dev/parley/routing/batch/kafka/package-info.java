/// The Kafka side of batches: the poll loop of `parley.conversations`, on a thread of its own.
@NullMarked
package dev.parley.routing.batch.kafka;

import org.jspecify.annotations.NullMarked;
