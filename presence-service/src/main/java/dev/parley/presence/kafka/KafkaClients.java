package dev.parley.presence.kafka;

import dev.parley.contracts.consumer.DeadLetterPublisher;
import dev.parley.contracts.topic.KafkaSettings;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/// Makes the clients that the whole service shares.
final class KafkaClients {

  /// After the loops, which wait 8 s for what they have written: within 20 s all must have ended.
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

  // What it was asked for is asked again by whoever goes on.
  private static final Duration ADMIN_CLOSE_LIMIT = Duration.ofSeconds(1);

  KafkaClients() {}

  @Produces
  @Singleton
  KafkaSettings settings(@Identifier("default-kafka-broker") Map<String, Object> connection) {
    return new KafkaSettings(connection);
  }

  @Produces
  @Singleton
  Admin admin(KafkaSettings settings) {
    return Admin.create(settings.admin());
  }

  @Produces
  @Singleton
  Producer<String, byte[]> producer(KafkaSettings settings) {
    return new KafkaProducer<>(settings.producer());
  }

  @Produces
  @Singleton
  DeadLetterPublisher deadLetters(Producer<String, byte[]> producer, MeterRegistry meters) {
    DeadLetterPublisher deadLetters = new DeadLetterPublisher(producer);
    FunctionCounter.builder("parley_dead_letters", deadLetters, DeadLetterPublisher::count)
        .register(meters);
    return deadLetters;
  }

  void close(@Disposes Admin admin) {
    admin.close(ADMIN_CLOSE_LIMIT);
  }

  void close(@Disposes Producer<String, byte[]> producer) {
    producer.close(CLOSE_LIMIT);
  }
}
