package dev.parley.routing.service.kafka;

import dev.parley.contracts.consumer.DeadLetterPublisher;
import dev.parley.contracts.topic.KafkaSettings;
import dev.parley.routing.delivery.Unhurried;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/// Makes what all parts of the service share to talk to Kafka.
@Singleton
final class KafkaClients {
  /// For each of two, after the loops, which wait 8 s for what they have written: within 20 s all
  /// must have ended.
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

  @Produces
  @Singleton
  KafkaSettings settings(@Identifier("default-kafka-broker") Map<String, Object> connection) {
    return new KafkaSettings(connection);
  }

  /// One producer keeps the order between all that is written to a gateway.
  @Produces
  @Singleton
  Producer<String, byte[]> producer(KafkaSettings settings, MeterRegistry meters) {
    KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings.producer());
    new KafkaClientMetrics(producer).bindTo(meters);
    return producer;
  }

  void close(@Disposes Producer<String, byte[]> producer) {
    producer.close(CLOSE_LIMIT);
  }

  /// The audit is read at leisure; records of its own would double the broker's work.
  @Produces
  @Singleton
  @Unhurried
  Producer<String, byte[]> unhurriedProducer(KafkaSettings settings) {
    return new KafkaProducer<>(settings.unhurriedProducer());
  }

  void closeUnhurried(@Disposes @Unhurried Producer<String, byte[]> producer) {
    producer.close(CLOSE_LIMIT);
  }

  @Produces
  @Singleton
  DeadLetterPublisher deadLetters(Producer<String, byte[]> producer, MeterRegistry meters) {
    DeadLetterPublisher deadLetters = new DeadLetterPublisher(producer);
    FunctionCounter.builder("parley_dead_letters", deadLetters, DeadLetterPublisher::count)
        .register(meters);
    return deadLetters;
  }
}
