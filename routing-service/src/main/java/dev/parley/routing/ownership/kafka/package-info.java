/// The Kafka side of ownership: announcements on `parley.ownership`.
@NullMarked
package dev.parley.routing.ownership.kafka;

import org.jspecify.annotations.NullMarked;
