package dev.parley.presence.kafka;

import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.codec.RecordCodec;
import dev.parley.contracts.consumer.BatchHandler;
import dev.parley.contracts.consumer.Closing;
import dev.parley.contracts.consumer.DeadLetterPublisher;
import dev.parley.contracts.consumer.PollLoop;
import dev.parley.contracts.topic.KafkaSettings;
import dev.parley.contracts.topic.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/// The two poll loops of the service. Started and closed by [KafkaLifecycle].
@Singleton
final class PollLoops implements AutoCloseable {

  private static final String PRESENCE_GROUP = "presence-service";
  private static final String AUDIT_GROUP = "presence-audit";
  private static final int PRESENCE_BATCH = 1_000;
  private static final int AUDIT_BATCH = 2_000;

  private final KafkaSettings settings;
  private final DeadLetterPublisher deadLetters;
  private final TopicsConfig topics;
  private final MeterRegistry meters;
  private final PresenceHandler presence;
  private final AuditHandler audit;
  private final List<KafkaClientMetrics> metrics = new ArrayList<>();
  private volatile Map<String, PollLoop<?>> loops = Map.of();

  PollLoops(
      KafkaSettings settings,
      DeadLetterPublisher deadLetters,
      TopicsConfig topics,
      MeterRegistry meters,
      PresenceHandler presence,
      AuditHandler audit) {
    this.settings = settings;
    this.deadLetters = deadLetters;
    this.topics = topics;
    this.meters = meters;
    this.presence = presence;
    this.audit = audit;
  }

  void start() {
    Map<String, PollLoop<?>> started = new LinkedHashMap<>();
    started.put(
        Topics.PRESENCE,
        loop(
            Topics.PRESENCE,
            settings.consumer(PRESENCE_GROUP, PRESENCE_BATCH),
            Codecs.PRESENCE,
            presence));
    started.put(
        Topics.AUDIT,
        loop(
            Topics.AUDIT,
            settings.unhurriedConsumer(AUDIT_GROUP, AUDIT_BATCH),
            Codecs.AUDIT,
            audit));
    loops = started;
    started.values().forEach(PollLoop::start);
  }

  /// {@return the loops by their topic; none before the start}
  Map<String, PollLoop<?>> byTopic() {
    return loops;
  }

  @Override
  public void close() {
    Closing.atOnce(loops.values().toArray(AutoCloseable[]::new));
    metrics.forEach(KafkaClientMetrics::close);
  }

  private <T> PollLoop<T> loop(
      String topic,
      Map<String, Object> consumerSettings,
      RecordCodec<T> codec,
      BatchHandler<T> handler) {
    KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(consumerSettings);
    KafkaClientMetrics clientMetrics = new KafkaClientMetrics(consumer);
    clientMetrics.bindTo(meters);
    metrics.add(clientMetrics);
    PollLoop<T> loop =
        new PollLoop<>(topic, PollLoop.FEW_IN_FLIGHT, consumer, codec, deadLetters, handler);
    showLag(topic, loop);
    return loop;
  }

  /// 0 for the partitions of other instances, so that the sum over the instances is the lag.
  private void showLag(String topic, PollLoop<?> loop) {
    for (int partition = 0; partition < topics.partitions(); partition++) {
      int number = partition;
      Gauge.builder("parley_consumer_lag", () -> loop.lag(number))
          .description("records of a partition that wait to be read")
          .tag("topic", topic)
          .tag("partition", Integer.toString(number))
          .register(meters);
    }
  }
}
