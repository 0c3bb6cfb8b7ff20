package dev.parley.deploy.bench.spine;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Kafka clients with the settings that the product's have: `acks=all`, idempotent, no linger.
///
/// @param bootstrapServers host and port of the broker
record SpineKafka(String bootstrapServers) {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int MAX_RECORD_BYTES = 4 * 1024 * 1024;
  // Held here, since java.util.logging forgets loggers that nobody holds.
  private static final Logger KAFKA_LOG = Logger.getLogger("org.apache.kafka");

  SpineKafka {
    // Kafka logs every setting of every client.
    KAFKA_LOG.setLevel(Level.WARNING);
  }

  Producer<String, byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "acks",
            "all",
            "enable.idempotence",
            true,
            "linger.ms",
            0,
            "batch.size",
            65_536,
            "max.request.size",
            MAX_RECORD_BYTES),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  /// {@return a member of a group of its own, KIP-848}
  Consumer<String, byte[]> groupConsumer(String group, int maxRecords) {
    Map<String, Object> settings = new HashMap<>(base(maxRecords));
    settings.put("group.id", group);
    settings.put("group.protocol", "consumer");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /// {@return a consumer that is assigned by hand}
  Consumer<String, byte[]> tail(int maxRecords) {
    return new KafkaConsumer<>(
        base(maxRecords), new StringDeserializer(), new ByteArrayDeserializer());
  }

  void createTopics() {
    List<NewTopic> topics =
        List.of(
            new NewTopic(SpineTopics.MESSAGES, SpineTopics.PARTITIONS, (short) 1),
            new NewTopic(SpineTopics.GATEWAY, 1, (short) 1)
                .configs(Map.of("max.message.bytes", Integer.toString(MAX_RECORD_BYTES))));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.createTopics(topics).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the spine's topics cannot be made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while making the spine's topics", e);
    }
  }

  private Map<String, Object> base(int maxRecords) {
    return Map.of(
        "bootstrap.servers",
        bootstrapServers,
        "enable.auto.commit",
        false,
        "auto.offset.reset",
        "earliest",
        "max.poll.records",
        maxRecords);
  }
}
