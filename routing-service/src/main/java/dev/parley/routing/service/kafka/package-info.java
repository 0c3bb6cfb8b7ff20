/// What all parts of the service share to talk to Kafka: settings, the one producer, the topics.
@NullMarked
package dev.parley.routing.service.kafka;

import org.jspecify.annotations.NullMarked;
