/// Writes the gateway's records to the topics of the services, with one idempotent producer.
@NullMarked
package dev.parley.gateway.exchange.kafka;

import org.jspecify.annotations.NullMarked;
