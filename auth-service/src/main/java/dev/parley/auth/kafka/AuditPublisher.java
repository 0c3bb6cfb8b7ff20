package dev.parley.auth.kafka;

import static java.util.stream.Collectors.groupingBy;

import dev.parley.contracts.audit.AuditBatch;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.topic.Topics;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/// Writes what a batch did to `parley.audit`, one record for each partition it came from.
///
/// The key is that partition, since the events of many accounts share a record; readers go by
/// partition, offset and item, so a repeated record does no harm. Safe for use by many threads.
@Singleton
final class AuditPublisher {
  private static final String SERVICE = "auth-service";

  private final Producer<String, byte[]> producer;

  @Inject
  AuditPublisher(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  /// Writes the events of a batch.
  ///
  /// @param batch in the order of each partition
  /// @return completes when they are stored; fails if they are not
  CompletableFuture<Void> publish(List<Handled> batch) {
    Map<TopicPartition, List<Handled>> byPartition =
        batch.stream().collect(groupingBy(handled -> handled.received().source()));
    return CompletableFuture.allOf(
        byPartition.entrySet().stream()
            .map(part -> publish(part.getKey(), part.getValue()))
            .toArray(CompletableFuture[]::new));
  }

  private CompletableFuture<Void> publish(TopicPartition source, List<Handled> part) {
    List<AuditEvent> events = part.stream().flatMap(Handled::events).toList();
    if (events.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    AuditBatch batch = new AuditBatch(SERVICE, source.topic(), source.partition(), events);
    return Sending.send(
        producer,
        new ProducerRecord<>(Topics.AUDIT, source.toString(), Codecs.AUDIT.encode(batch)));
  }
}
