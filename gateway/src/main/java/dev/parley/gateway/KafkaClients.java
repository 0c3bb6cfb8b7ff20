package dev.parley.gateway;

import dev.parley.contracts.topic.KafkaSettings;
import dev.parley.contracts.topic.TopicCreation;
import dev.parley.contracts.topic.TopicLayout;
import dev.parley.contracts.topic.Topics;
import dev.parley.gateway.exchange.TopicsConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The gateway's Kafka clients: one producer, a consumer for each topic followed, the topics.
@Singleton
final class KafkaClients {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);
  private static final int MAX_RECORDS = 1_000;
  private static final String FILES_GROUP = "parley.gateway.files";
  // Event loops write: while the log is away they are told so at once instead of waiting.
  private static final int MAX_BLOCK_MILLIS = 50;
  // A producer forgets a topic that it does not write to for five minutes, and the first login of
  // the morning would have to wait for it to be found again.
  private static final long NEVER_FORGET_MILLIS = Duration.ofDays(3_650).toMillis();
  private static final List<String> WRITTEN =
      List.of(
          Topics.AUTH,
          Topics.PRESENCE,
          Topics.PRESENCE_EVENTS,
          Topics.CONVERSATIONS,
          Topics.QUERIES);

  private final KafkaSettings settings;
  private final TopicsConfig topics;
  private final MeterRegistry meters;
  private final List<KafkaClientMetrics> bound = new ArrayList<>();
  private @Nullable Producer<String, byte[]> producer;

  @Inject
  KafkaClients(
      @Identifier("default-kafka-broker") Map<String, Object> connection,
      TopicsConfig topics,
      MeterRegistry meters) {
    this.settings = new KafkaSettings(connection);
    this.topics = topics;
    this.meters = meters;
  }

  /// Makes the topics that the gateway needs, and checks those that are there.
  void ensureTopics(String gateway) {
    TopicLayout layout = new TopicLayout(topics.partitions(), topics.replication());
    Admin admin = Admin.create(settings.admin());
    try {
      TopicCreation creation = new TopicCreation(admin, ANSWER_LIMIT);
      creation.ensureShared(layout);
      creation.ensureGateway(layout, gateway);
    } finally {
      // Not by try-with-resources, which waits for what is not answered.
      admin.close(Duration.ZERO);
    }
    Log.infof("topics ready gateway=%s partitions=%d", gateway, topics.partitions());
  }

  synchronized Producer<String, byte[]> producer() {
    if (producer == null) {
      Map<String, Object> config = new HashMap<>(settings.producer());
      config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
      config.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, NEVER_FORGET_MILLIS);
      KafkaProducer<String, byte[]> made = new KafkaProducer<>(config);
      WRITTEN.forEach(topic -> learn(made, topic));
      bind(new KafkaClientMetrics(made));
      producer = made;
    }
    return producer;
  }

  /// Finds out where a topic lies, so that nobody's first request has to.
  private static void learn(Producer<String, byte[]> producer, String topic) {
    long deadline = System.nanoTime() + ANSWER_LIMIT.toNanos();
    while (true) {
      try {
        producer.partitionsFor(topic);
        return;
      } catch (TimeoutException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
      }
    }
  }

  Consumer<String, byte[]> tail() {
    KafkaConsumer<String, byte[]> made = new KafkaConsumer<>(settings.tail(MAX_RECORDS));
    bind(new KafkaClientMetrics(made));
    return made;
  }

  /// {@return a member of the group that deals with files, for the caller to close}
  Consumer<String, byte[]> files() {
    KafkaConsumer<String, byte[]> made =
        new KafkaConsumer<>(settings.consumer(FILES_GROUP, MAX_RECORDS));
    bind(new KafkaClientMetrics(made));
    return made;
  }

  private void bind(KafkaClientMetrics metrics) {
    metrics.bindTo(meters);
    bound.add(metrics);
  }
}
