package dev.parley.auth.kafka;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/// Sends a record and tells by a future when it is acknowledged.
final class Sending {
  private Sending() {}

  /// Sends; may block for the producer's `max.block.ms`, 2 s, while the topic is unknown.
  ///
  /// @param producer where to
  /// @param record what
  /// @return completes when all in-sync replicas have it, or fails; never throws
  static CompletableFuture<Void> send(
      Producer<String, byte[]> producer, ProducerRecord<String, byte[]> record) {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    try {
      Future<?> _ =
          producer.send(
              record,
              (_, failure) -> {
                if (failure == null) {
                  acknowledged.complete(null);
                } else {
                  acknowledged.completeExceptionally(failure);
                }
              });
    } catch (KafkaException | IllegalStateException e) {
      acknowledged.completeExceptionally(e);
    }
    return acknowledged;
  }
}
