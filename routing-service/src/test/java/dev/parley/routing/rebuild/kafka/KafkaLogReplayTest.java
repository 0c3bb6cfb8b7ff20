package dev.parley.routing.rebuild.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.topic.Topics;
import dev.parley.routing.conversation.LogRecord;
import dev.parley.routing.rebuild.LogCutException;
import dev.parley.routing.rebuild.LogReplay.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class KafkaLogReplayTest {
  private static final TopicPartition FIRST = new TopicPartition(Topics.CONVERSATIONS, 0);
  private static final TopicPartition SECOND = new TopicPartition(Topics.CONVERSATIONS, 1);

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final KafkaLogReplay replay = new KafkaLogReplay(() -> consumer, 2);
  private final List<String> taken = new ArrayList<>();

  @Test
  void readsEachPartitionUpToItsTarget() {
    // Given
    holds(0, 3, 2);
    arrives(FIRST, 0, "a");
    arrives(FIRST, 1, "b");
    arrives(FIRST, 2, "beyond");
    arrives(SECOND, 0, "c");
    arrives(SECOND, 1, "d");

    // When
    Outcome outcome = replay.run(Map.of(0, 2L), this::take);

    // Then
    assertThat(taken).containsExactlyInAnyOrder("a", "b", "c", "d");
    assertThat(outcome).isEqualTo(new Outcome(4, 0));
  }

  @Test
  void passesOverWhatNobodyCanReadOrApply() {
    // Given
    holds(0, 3, 0);
    arrives(FIRST, 0, "a");
    consumer.schedulePollTask(() ->
        consumer.addRecord(
            new ConsumerRecord<>(
                FIRST.topic(), 0, 1, "key", "no JSON".getBytes(StandardCharsets.UTF_8))));
    arrives(FIRST, 2, "poison");

    // When
    Outcome outcome = replay.run(Map.of(), this::take);

    // Then
    assertThat(taken).containsExactly("a");
    assertThat(outcome.skipped()).isEqualTo(2);
  }

  @Test
  void refusesALogWhoseBeginningIsGone() {
    holds(7, 9, 0);

    assertThatThrownBy(() -> replay.run(Map.of(0, 9L), this::take))
        .isInstanceOf(LogCutException.class)
        .hasMessage("partition 0 of the log holds 7 to 9, the tables need 0 to 9");
    assertThat(taken).isEmpty();
  }

  @Test
  void refusesALogThatEndsBeforeTheTablesDo() {
    holds(0, 9, 0);

    assertThatThrownBy(() -> replay.run(Map.of(0, 10L), this::take))
        .isInstanceOf(LogCutException.class)
        .hasMessage("partition 0 of the log holds 0 to 9, the tables need 0 to 10");
    assertThat(taken).isEmpty();
  }

  private void holds(long begin, long endOfFirst, long endOfSecond) {
    consumer.updateBeginningOffsets(Map.of(FIRST, begin, SECOND, 0L));
    consumer.updateEndOffsets(Map.of(FIRST, endOfFirst, SECOND, endOfSecond));
  }

  private void arrives(TopicPartition partition, long offset, String id) {
    Post post = new Post("#team", "alice", id, "text", null);
    consumer.schedulePollTask(() ->
        consumer.addRecord(
            new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                "#team",
                Codecs.CONVERSATIONS.encode(post))));
  }

  private void take(List<LogRecord> batch) {
    List<String> ids =
        batch.stream().map(each -> ((Post) each.record()).clientMessageId()).toList();
    if (ids.contains("poison")) {
      throw new IllegalStateException("cannot be applied");
    }
    taken.addAll(ids);
  }
}
