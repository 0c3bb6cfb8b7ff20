/// The Kafka side of delivery: the producer behind `Publisher`, and the news of lost gateways.
@NullMarked
package dev.parley.routing.delivery.kafka;

import org.jspecify.annotations.NullMarked;
