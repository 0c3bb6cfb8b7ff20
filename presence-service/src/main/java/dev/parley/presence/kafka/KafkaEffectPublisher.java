package dev.parley.presence.kafka;

import dev.parley.contracts.audit.AuditBatch;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.presence.AwayChanged;
import dev.parley.contracts.presence.Came;
import dev.parley.contracts.presence.GatewayExpired;
import dev.parley.contracts.presence.PresenceEvent;
import dev.parley.contracts.presence.Typing;
import dev.parley.contracts.presence.Went;
import dev.parley.contracts.topic.Topics;
import dev.parley.presence.effect.EffectPublisher;
import dev.parley.presence.effect.Effects;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// Writes effects to their topics. Safe for use by many threads; blocks while the producer's buffer
/// is full, two seconds at most for a record.
@Singleton
final class KafkaEffectPublisher implements EffectPublisher {

  private static final String SERVICE = "presence-service";

  /// Events of one audit record, so that the end of a large gateway fits into several.
  private static final int MAX_AUDIT_EVENTS = 500;

  private final Producer<String, byte[]> producer;
  private final Function<Set<String>, Set<String>> withoutTopic;

  @Inject
  KafkaEffectPublisher(Producer<String, byte[]> producer, AdminGatewayTopics gateways) {
    this(producer, gateways::gone);
  }

  /// Asks somebody else which of some gateways have no topic.
  KafkaEffectPublisher(
      Producer<String, byte[]> producer, Function<Set<String>, Set<String>> withoutTopic) {
    this.producer = producer;
    this.withoutTopic = withoutTopic;
  }

  @Override
  public CompletableFuture<Void> publish(Effects effects) {
    Set<String> gone = withoutTopic.apply(gatewaysOf(effects));
    Acknowledgements acknowledgements = new Acknowledgements();
    effects.deliveries().stream()
        .filter(delivery -> !gone.contains(delivery.gateway()))
        .forEach(delivery -> send(delivery, acknowledgements));
    effects.announcements().forEach(event -> send(event, acknowledgements));
    effects
        .auditByPartition()
        .forEach((partition, events) -> sendAudit(partition, events, acknowledgements));
    return acknowledgements.all();
  }

  private void send(Effects.Delivery delivery, Acknowledgements acknowledgements) {
    byte[] value = Codecs.GATEWAY.encode(delivery.record());
    send(Topics.gateway(delivery.gateway()), null, value, acknowledgements);
  }

  private static Set<String> gatewaysOf(Effects effects) {
    return effects.deliveries().stream().map(Effects.Delivery::gateway).collect(Collectors.toSet());
  }

  private void send(PresenceEvent event, Acknowledgements acknowledgements) {
    String key =
        switch (event) {
          case Came(String account) -> account;
          case Went(String account) -> account;
          case AwayChanged(String account, _) -> account;
          case Typing(_, String account) -> account;
          case GatewayExpired(String gateway) -> gateway;
        };
    byte[] value = Codecs.PRESENCE_EVENTS.encode(event);
    send(Topics.PRESENCE_EVENTS, key, value, acknowledgements);
  }

  /// Keyed by the partition of the causes, so that the trail keeps the order in which they lay.
  private void sendAudit(
      int partition, List<AuditEvent> events, Acknowledgements acknowledgements) {
    String key = Topics.PRESENCE + '-' + partition;
    for (int from = 0; from < events.size(); from += MAX_AUDIT_EVENTS) {
      List<AuditEvent> part =
          List.copyOf(events.subList(from, Math.min(events.size(), from + MAX_AUDIT_EVENTS)));
      AuditBatch batch = new AuditBatch(SERVICE, Topics.PRESENCE, partition, part);
      send(Topics.AUDIT, key, Codecs.AUDIT.encode(batch), acknowledgements);
    }
  }

  private void send(
      String topic, @Nullable String key, byte[] value, Acknowledgements acknowledgements) {
    acknowledgements.expectOne();
    producer.send(new ProducerRecord<>(topic, key, value), acknowledgements);
  }
}
