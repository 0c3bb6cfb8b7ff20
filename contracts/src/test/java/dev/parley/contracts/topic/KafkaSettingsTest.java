package dev.parley.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaSettingsTest {
  private static final Map<String, Object> CONNECTION =
      Map.of(
          "bootstrap.servers", "localhost:9092",
          "security.protocol", "SASL_SSL",
          "sasl.mechanism", "SCRAM-SHA-512",
          "sasl.jaas.config", "…",
          "ssl.truststore.location", "/etc/parley/trust.p12");

  private final KafkaSettings settings = new KafkaSettings(CONNECTION);

  @Test
  void passesOnHowToConnect() {
    assertThat(settings.connection()).isEqualTo(CONNECTION);
    assertThat(
            List.of(
                settings.admin(),
                settings.producer(),
                settings.consumer("g", 500),
                settings.tail(500)))
        .allSatisfy(each -> assertThat(each).containsAllEntriesOf(CONNECTION));
  }

  @Test
  void doesNotWaitLongForABrokerThatIsSilent() {
    assertThat(
            List.of(
                settings.admin(),
                settings.producer(),
                settings.consumer("g", 1),
                settings.unhurriedConsumer("g", 1),
                settings.tail(1)))
        .allSatisfy(each ->
            assertThat(each)
                .containsEntry("request.timeout.ms", 5_000)
                .containsEntry("socket.connection.setup.timeout.ms", 2_000L)
                .containsEntry("socket.connection.setup.timeout.max.ms", 4_000L));
  }

  @Test
  void keepsMetricsOutOfJmxAndFromTheBroker() {
    assertThat(List.of(settings.admin(), settings.producer(), settings.tail(1)))
        .allSatisfy(each ->
            assertThat(each)
                .containsEntry("metric.reporters", "")
                .containsEntry("enable.metrics.push", false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acks",
        "enable.idempotence",
        "transactional.id",
        "enable.auto.commit",
        "auto.offset.reset",
        "group.id",
        "group.protocol",
        "max.poll.records",
        "linger.ms",
        "partitioner.class",
        "key.serializer",
        "interceptor.classes"
      })
  void dropsWhatIsNotHowToConnect(String key) {
    // Given
    Map<String, Object> handedIn = new HashMap<>(CONNECTION);
    handedIn.put(key, "from outside");

    // When
    KafkaSettings kept = new KafkaSettings(handedIn);

    // Then
    assertThat(kept).isEqualTo(settings);
    assertThat(List.of(kept.admin(), kept.producer(), kept.consumer("g", 1), kept.tail(1)))
        .allSatisfy(each -> assertThat(each).doesNotContainEntry(key, "from outside"));
  }

  @Test
  void keepsACopyOfWhatItWasGiven() {
    // Given
    Map<String, Object> handedIn = new HashMap<>(CONNECTION);
    KafkaSettings kept = new KafkaSettings(handedIn);

    // When
    handedIn.put("bootstrap.servers", "elsewhere:9092");

    // Then
    assertThat(kept.connection()).isEqualTo(CONNECTION);
  }

  @Test
  void acknowledgesAWriteOnlyWhenAllReplicasHaveItAndWritesItOnce() {
    assertThat(settings.producer()).containsEntry("acks", "all");
    assertThat(settings.producer()).containsEntry("enable.idempotence", true);
  }

  @Test
  void writesAtOnceAndGivesUpAfterTenSeconds() {
    assertThat(settings.producer())
        .containsEntry("linger.ms", 0)
        .containsEntry("max.block.ms", 2_000)
        .containsEntry("delivery.timeout.ms", 10_000);
  }

  @Test
  void joinsWhatNobodyWaitsForButKeepsItsGuarantees() {
    assertThat(settings.unhurriedProducer())
        .containsEntry("linger.ms", 50)
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", true);
    assertThat(settings.unhurriedConsumer("presence-audit", 2_000))
        .containsEntry("fetch.max.wait.ms", 500)
        .containsEntry("fetch.min.bytes", 262_144)
        .containsEntry("enable.auto.commit", false)
        .containsEntry("group.id", "presence-audit");
  }

  @Test
  void neverCommitsByItself() {
    assertThat(settings.consumer("g", 500)).containsEntry("enable.auto.commit", false);
    assertThat(settings.tail(500)).containsEntry("enable.auto.commit", false);
  }

  @Test
  void usesNoTransactions() {
    assertThat(List.of(settings.producer(), settings.consumer("g", 500), settings.tail(500)))
        .allSatisfy(each -> assertThat(each).doesNotContainKey("transactional.id"));
  }

  @Test
  void readsAGroupFromTheEarliestRecordInBatches() {
    assertThat(settings.consumer("routing-service", 500))
        .containsEntry("group.id", "routing-service")
        .containsEntry("group.protocol", "consumer")
        .containsEntry("auto.offset.reset", "earliest")
        .containsEntry("max.poll.records", 500);
  }

  @Test
  void readsATailWithoutAGroup() {
    assertThat(settings.tail(200))
        .containsEntry("max.poll.records", 200)
        .doesNotContainKeys("group.id", "group.protocol");
  }

  @Test
  void makesNoTopicByReadingOne() {
    // A topic that Kafka makes on demand has the cluster's partition count, and keeps it for life.
    assertThat(settings.consumer("g", 500)).containsEntry("allow.auto.create.topics", false);
    assertThat(settings.tail(500)).containsEntry("allow.auto.create.topics", false);
  }

  @Test
  void makesSettingsThatKafkaTakes() {
    assertThatNoException()
        .isThrownBy(() -> {
          new AdminClientConfig(settings.admin());
          new ProducerConfig(settings.producer());
          new ProducerConfig(settings.unhurriedProducer());
          new ConsumerConfig(settings.consumer("g", 500));
          new ConsumerConfig(settings.unhurriedConsumer("g", 500));
          new ConsumerConfig(settings.tail(500));
        });
  }
}
