package dev.parley.auth.kafka;

import dev.parley.contracts.topic.KafkaSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;

/// Makes the Kafka clients, with their metrics bound.
final class KafkaClients {
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);
  private static final int FORGET_TOPIC_MILLIS = 10_000;
  private static final String GROUP = "auth-service";
  private static final int MAX_POLL_RECORDS = 64;

  @Produces
  @Singleton
  static KafkaSettings settings(
      @Identifier("default-kafka-broker") Map<String, Object> connection) {
    return new KafkaSettings(connection);
  }

  @Produces
  @Singleton
  static Producer<String, byte[]> producer(KafkaSettings settings, MeterRegistry meters) {
    Map<String, Object> ofProducer = new HashMap<>(settings.producer());
    // A topic that is gone is asked for, and complained about, until it has been idle that long.
    ofProducer.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, FORGET_TOPIC_MILLIS);
    Producer<String, byte[]> producer = new KafkaProducer<>(ofProducer);
    new KafkaClientMetrics(producer).bindTo(meters);
    return producer;
  }

  static void close(@Disposes Producer<String, byte[]> producer) {
    producer.close(CLOSE_LIMIT);
  }

  static Consumer<String, byte[]> consumer(KafkaSettings settings, MeterRegistry meters) {
    Consumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings.consumer(GROUP, MAX_POLL_RECORDS));
    new KafkaClientMetrics(consumer).bindTo(meters);
    return consumer;
  }
}
