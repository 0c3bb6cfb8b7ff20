/// Tests of what connects to Kafka.
@NullMarked
package dev.parley.presence.kafka;

import org.jspecify.annotations.NullMarked;
