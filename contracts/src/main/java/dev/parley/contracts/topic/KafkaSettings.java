package dev.parley.contracts.topic;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The producer and consumer settings that all services share.
///
/// What a guarantee rests on cannot be overridden: `acks=all`, idempotence, no automatic commit.
/// There is no `transactional.id` anywhere in Parley: de-duplication is the database's.
///
/// @param connection bootstrap servers and security, nothing else
public record KafkaSettings(Map<String, Object> connection) {
  private static final int MAX_REQUEST_BYTES = 4 * 1024 * 1024;
  private static final int UNHURRIED_BYTES = 256 * 1024;

  // A broker that a cable or a firewall has cut off says nothing. Kafka's own limits, 30 s for an
  // answer and 10 to 30 s for a connection, would let whoever reads from it stand still.
  private static final int ANSWER_MILLIS = 5_000;
  private static final long CONNECTION_MILLIS = 2_000;
  private static final long MAX_CONNECTION_MILLIS = 4_000;

  // Micrometer reads a client's metrics. To offer each of the hundreds to JMX and to the broker
  // (KIP-714) as well took a twentieth of what a service's main thread does at a start.
  private static final Map<String, Object> WITHOUT_SECOND_METRICS =
      Map.of(
          CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG,
          "",
          CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG,
          false);

  /// Keeps a copy, reduced to what connecting takes.
  public KafkaSettings {
    Map<String, Object> kept = new HashMap<>();
    connection.forEach((key, value) -> {
      if (isConnectionKey(key)) {
        kept.put(key, value);
      }
    });
    connection = Map.copyOf(kept);
  }

  /// {@return settings of an admin client}
  public Map<String, Object> admin() {
    return impatient();
  }

  /// {@return settings of an idempotent producer that writes at once and gives up after 10 s}
  public Map<String, Object> producer() {
    Map<String, Object> settings = impatient();
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 65_536);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
    return settings;
  }

  /// {@return settings of a producer for what nobody waits for: it joins what comes within 50 ms}
  public Map<String, Object> unhurriedProducer() {
    Map<String, Object> settings = new HashMap<>(producer());
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 50);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, UNHURRIED_BYTES);
    return settings;
  }

  /// {@return settings of a group member that nobody waits for: a poll brings what came within half
  /// a second}
  ///
  /// @param group id of the consumer group
  /// @param maxRecords most records of one poll, which is one batch
  public Map<String, Object> unhurriedConsumer(String group, int maxRecords) {
    Map<String, Object> settings = new HashMap<>(consumer(group, maxRecords));
    settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, UNHURRIED_BYTES);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
    return settings;
  }

  /// {@return settings of a member of a consumer group, KIP-848, from the earliest record}
  ///
  /// @param group id of the consumer group
  /// @param maxRecords most records of one poll, which is one batch
  public Map<String, Object> consumer(String group, int maxRecords) {
    Map<String, Object> settings = tail(maxRecords);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return settings;
  }

  /// {@return settings of a consumer that belongs to no group and is assigned by hand}
  ///
  /// @param maxRecords most records of one poll
  public Map<String, Object> tail(int maxRecords) {
    Map<String, Object> settings = impatient();
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxRecords);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return settings;
  }

  /// {@return how to connect, and how long to wait for a broker before another one is tried}
  private Map<String, Object> impatient() {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    settings.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, CONNECTION_MILLIS);
    settings.put(
        CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, MAX_CONNECTION_MILLIS);
    settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    settings.putAll(WITHOUT_SECOND_METRICS);
    return settings;
  }

  private static boolean isConnectionKey(String key) {
    return key.equals(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)
        || key.equals(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG)
        || key.startsWith("ssl.")
        || key.startsWith("sasl.");
  }
}
