package dev.parley.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicLayoutTest {
  private static final short THREE = 3;

  private final TopicLayout layout = new TopicLayout(12, THREE);
  private final Map<String, NewTopic> topics =
      layout.sharedTopics().stream().collect(Collectors.toMap(NewTopic::name, Function.identity()));

  @Test
  void hasEverySharedTopic() {
    assertThat(topics)
        .containsOnlyKeys(
            "parley.auth",
            "parley.presence",
            "parley.conversations",
            "parley.queries",
            "parley.ownership",
            "parley.accounts",
            "parley.presence.events",
            "parley.audit",
            "parley.files",
            "parley.deadletter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Topics.AUTH,
        Topics.PRESENCE,
        Topics.CONVERSATIONS,
        Topics.QUERIES,
        Topics.AUDIT,
        Topics.FILES
      })
  void spreadsAKeyedTopicOverAllPartitions(String topic) {
    assertThat(topic(topic).numPartitions()).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {Topics.OWNERSHIP, Topics.ACCOUNTS, Topics.PRESENCE_EVENTS, Topics.DEAD_LETTER})
  void keepsATopicThatEveryoneReadsInOnePartition(String topic) {
    assertThat(topic(topic).numPartitions()).isEqualTo(1);
  }

  @Test
  void replicatesEveryTopicAlikeAndLetsTheBrokersClockOrderIt() {
    assertThat(List.copyOf(topics.values()))
        .allSatisfy(topic -> {
          assertThat(topic.replicationFactor()).isEqualTo(THREE);
          assertThat(topic.configs()).containsEntry("message.timestamp.type", "LogAppendTime");
        });
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "4, 2", "5, 3"})
  void acknowledgesNoWriteThatTheLossOfOneBrokerOfThreeCouldUndo(short replication, String fewest) {
    // When
    TopicLayout replicated = new TopicLayout(1, replication);

    // Then
    assertThat(replicated.sharedTopics())
        .allSatisfy(
            topic -> assertThat(topic.configs()).containsEntry("min.insync.replicas", fewest));
    assertThat(replicated.gatewayTopic("g").configs()).containsEntry("min.insync.replicas", fewest);
  }

  @Test
  void keepsConversationsForEver() {
    assertThat(topic(Topics.CONVERSATIONS).configs())
        .containsEntry("retention.ms", "-1")
        .doesNotContainKey("cleanup.policy");
  }

  @ParameterizedTest
  @CsvSource({
    "parley.auth, PT10M",
    "parley.presence, PT1H",
    "parley.queries, PT1H",
    "parley.presence.events, PT1H",
    "parley.audit, P7D",
    "parley.files, P7D",
    "parley.deadletter, P28D"
  })
  void forgetsTheRestInTime(String topic, Duration kept) {
    // A segment that stays open is never deleted, so it must close in the same time.
    assertThat(topic(topic).configs())
        .containsEntry("retention.ms", Long.toString(kept.toMillis()))
        .containsEntry("segment.ms", Long.toString(kept.toMillis()));
  }

  @ParameterizedTest
  @ValueSource(strings = {Topics.OWNERSHIP, Topics.ACCOUNTS})
  void compactsWhatIsTrueUntilRevoked(String topic) {
    assertThat(topic(topic).configs())
        .containsEntry("cleanup.policy", "compact")
        .doesNotContainKey("retention.ms");
  }

  @Test
  void givesAGatewayOneShortLivedPartitionForLargeRecords() {
    // When
    NewTopic topic = layout.gatewayTopic("gw-1");

    // Then
    assertThat(topic.name()).isEqualTo("parley.gateway.gw-1");
    assertThat(topic.numPartitions()).isEqualTo(1);
    assertThat(topic.replicationFactor()).isEqualTo(THREE);
    assertThat(topic.configs())
        .containsEntry("retention.ms", "3600000")
        .containsEntry("max.message.bytes", "4194304")
        .containsEntry("message.timestamp.type", "LogAppendTime");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1000, 9"})
  void takesNumbersWithinTheirBounds(int partitions, short replication) {
    assertThat(new TopicLayout(partitions, replication).sharedTopics()).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1_001})
  void refusesAnotherPartitionCount(int partitions) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TopicLayout(partitions, THREE))
        .withMessage("partitions must be 1 to 1000, got " + partitions);
  }

  @ParameterizedTest
  @ValueSource(shorts = {-1, 0, 10})
  void refusesAnotherReplication(short replication) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TopicLayout(6, replication))
        .withMessage("replication must be 1 to 9, got " + replication);
  }

  private NewTopic topic(String name) {
    return Objects.requireNonNull(topics.get(name), name);
  }
}
