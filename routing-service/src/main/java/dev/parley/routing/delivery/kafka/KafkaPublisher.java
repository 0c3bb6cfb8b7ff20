package dev.parley.routing.delivery.kafka;

import dev.parley.contracts.audit.AuditBatch;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.conversation.Inform;
import dev.parley.contracts.file.FileWithdrawn;
import dev.parley.contracts.topic.Topics;
import dev.parley.contracts.trace.TraceHeaders;
import dev.parley.routing.delivery.LostGateways;
import dev.parley.routing.delivery.Outgoing;
import dev.parley.routing.delivery.Publisher;
import dev.parley.routing.delivery.Unhurried;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/// Writes with the service's one producer, which keeps the order of each topic's partition; what
/// nobody waits for leaves through a producer that takes its time.
@Singleton
public final class KafkaPublisher implements Publisher {
  private final Producer<String, byte[]> producer;
  private final Producer<String, byte[]> unhurried;
  private final LostGateways lost;
  private final MissingTopics missingTopics;
  private final Counter gatewaysLost;
  private final Counter givenUp;

  /// Uses producers that somebody else closes.
  ///
  /// @param producer where records are written
  /// @param unhurried where the audit is written
  /// @param lost gateways to pass over
  /// @param meters where losses are counted
  @Inject
  public KafkaPublisher(
      Producer<String, byte[]> producer,
      @Unhurried Producer<String, byte[]> unhurried,
      LostGateways lost,
      MeterRegistry meters) {
    this(producer, unhurried, lost, new MissingTopics(System::nanoTime), meters);
  }

  KafkaPublisher(
      Producer<String, byte[]> producer,
      Producer<String, byte[]> unhurried,
      LostGateways lost,
      MissingTopics missingTopics,
      MeterRegistry meters) {
    this.producer = producer;
    this.unhurried = unhurried;
    this.lost = lost;
    this.missingTopics = missingTopics;
    this.gatewaysLost = meters.counter("parley_routing_gateways_lost");
    this.givenUp = meters.counter("parley_routing_effects_given_up");
  }

  @Override
  public CompletableFuture<Void> toGateway(Outgoing outgoing) {
    if (lost.contains(outgoing.gateway())) {
      return CompletableFuture.completedFuture(null);
    }
    String topic = Topics.gateway(outgoing.gateway());
    byte[] value = Codecs.GATEWAY.encode(outgoing.record());
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, value);
    TraceHeaders.write(record.headers(), outgoing.traced());
    CompletableFuture<Void> sent = new CompletableFuture<>();
    send(producer, record, failure -> onGatewayFailure(outgoing, failure), sent);
    return sent.thenRun(() -> missingTopics.forget(outgoing.gateway()));
  }

  @Override
  public CompletableFuture<Void> inform(Inform inform) {
    byte[] value = Codecs.CONVERSATIONS.encode(inform);
    return send(producer, new ProducerRecord<>(Topics.CONVERSATIONS, inform.conversation(), value));
  }

  @Override
  public CompletableFuture<Void> audit(AuditBatch batch) {
    String key = batch.topic() + "-" + batch.partition();
    return send(unhurried, new ProducerRecord<>(Topics.AUDIT, key, Codecs.AUDIT.encode(batch)));
  }

  @Override
  public CompletableFuture<Void> withdraw(FileWithdrawn file) {
    return send(
        unhurried, new ProducerRecord<>(Topics.FILES, file.file(), Codecs.FILES.encode(file)));
  }

  /// What becomes of a failed record: handled, so that nobody waits for it, or to be sent again.
  private interface OnFailure {
    boolean isHandled(Exception failure);
  }

  private CompletableFuture<Void> send(
      Producer<String, byte[]> through, ProducerRecord<String, byte[]> record) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    send(through, record, failure -> isGivenUp(record.topic(), failure), sent);
    return sent;
  }

  private static void send(
      Producer<String, byte[]> through,
      ProducerRecord<String, byte[]> record,
      OnFailure onFailure,
      CompletableFuture<Void> sent) {
    try {
      Future<RecordMetadata> _ =
          through.send(
              record,
              (_, failure) -> {
                if (failure == null || onFailure.isHandled(failure)) {
                  sent.complete(null);
                } else {
                  sent.completeExceptionally(failure);
                }
              });
    } catch (KafkaException e) {
      sent.completeExceptionally(e);
    }
  }

  private boolean onGatewayFailure(Outgoing outgoing, Exception failure) {
    if (!isTopicMissing(failure)) {
      return isGivenUp(Topics.gateway(outgoing.gateway()), failure);
    }
    if (!missingTopics.isMissingForGood(outgoing.gateway())) {
      return lost.contains(outgoing.gateway());
    }
    missingTopics.forget(outgoing.gateway());
    if (lost.add(outgoing.gateway())) {
      gatewaysLost.increment();
      Log.warnf("gateway lost gateway=%s cause=%s", outgoing.gateway(), failure.getMessage());
    }
    return true;
  }

  /// The producer reports a topic that does not exist as a timeout with that as its cause; a
  /// cluster that does not answer is a timeout without one.
  private static boolean isTopicMissing(Exception failure) {
    return isUnknownTopic(failure) || isUnknownTopic(failure.getCause());
  }

  private static boolean isUnknownTopic(@Nullable Throwable failure) {
    return failure instanceof UnknownTopicOrPartitionException
        || failure instanceof InvalidTopicException;
  }

  /// What no repetition and no operator can mend must not stop the partition.
  private boolean isGivenUp(String topic, Exception failure) {
    if (!(failure instanceof RecordTooLargeException)) {
      return false;
    }
    givenUp.increment();
    Log.errorf(failure, "effect given up topic=%s", topic);
    return true;
  }
}
