package dev.parley.routing.ownership.kafka;

import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.conversation.OwnerChanged;
import dev.parley.contracts.topic.Topics;
import dev.parley.routing.ownership.InstanceId;
import dev.parley.routing.ownership.OwnershipAnnouncer;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/// Announces on `parley.ownership`.
@Singleton
public final class KafkaOwnershipAnnouncer implements OwnershipAnnouncer {
  private final Producer<String, byte[]> producer;
  private final InstanceId instance;

  /// Prepares the announcer.
  ///
  /// @param producer where records are written
  /// @param instance who is the owner
  public KafkaOwnershipAnnouncer(Producer<String, byte[]> producer, InstanceId instance) {
    this.producer = producer;
    this.instance = instance;
  }

  @Override
  public CompletableFuture<Void> announce(int partition) {
    byte[] value = Codecs.OWNERSHIP.encode(new OwnerChanged(partition, instance.value()));
    CompletableFuture<Void> announced = new CompletableFuture<>();
    try {
      Future<RecordMetadata> _ =
          producer.send(
              new ProducerRecord<>(Topics.OWNERSHIP, Integer.toString(partition), value),
              (_, failure) -> {
                if (failure == null) {
                  announced.complete(null);
                } else {
                  announced.completeExceptionally(failure);
                }
              });
    } catch (KafkaException e) {
      announced.completeExceptionally(e);
    }
    return announced;
  }
}
