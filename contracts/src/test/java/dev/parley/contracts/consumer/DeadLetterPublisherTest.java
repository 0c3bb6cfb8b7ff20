package dev.parley.contracts.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.codec.DeadLetter;
import dev.parley.contracts.topic.Topics;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadLetterPublisherTest {
  private static final int TOPIC_LIMIT = 1_048_588;

  private final LoopFixture topic = LoopFixture.withSlowDeadLetters();

  @Test
  void keepsTheRecordItsPlaceAndTheReasonUnderTheRecordsKey() {
    // When
    publish("alice", new byte[] {1, 2, 3});

    // Then
    assertThat(topic.producer.history())
        .singleElement()
        .satisfies(sent -> {
          assertThat(sent.topic()).isEqualTo(Topics.DEAD_LETTER);
          assertThat(sent.key()).isEqualTo("alice");
        });
    assertThat(topic.letters())
        .singleElement()
        .usingRecursiveComparison()
        .isEqualTo(new DeadLetter("parley.auth", 5, 99, "alice", "no body", new byte[] {1, 2, 3}));
  }

  @Test
  void keepsATombstoneWithoutAKey() {
    // When
    publish(null, null);

    // Then
    assertThat(topic.letters())
        .singleElement()
        .usingRecursiveComparison()
        .isEqualTo(new DeadLetter("parley.auth", 5, 99, null, "no body", null));
  }

  @Test
  void isDoneWhenTheLetterIsAcknowledged() {
    // Given
    CompletableFuture<Void> published = publish("alice", new byte[0]);
    assertThat(published).isNotDone();

    // When
    topic.producer.completeNext();

    // Then
    assertThat(published).isCompleted();
  }

  @Test
  void failsWhenTheLetterIsNot() {
    // Given
    CompletableFuture<Void> published = publish("alice", new byte[0]);

    // When
    topic.producer.errorNext(new TimeoutException("broker away"));

    // Then
    assertThat(published).isCompletedExceptionally();
  }

  @Test
  void cutsOffWhatWouldNotFitTheTopic() {
    // Given
    byte[] large = new byte[4_000_000];
    Arrays.fill(large, (byte) 7);

    // When
    publish("\u0001".repeat(1_000_000), large);

    // Then
    assertThat(topic.producer.history().getFirst())
        .satisfies(
            sent -> assertThat(sent.value().length + sent.key().length()).isLessThan(TOPIC_LIMIT));
    assertThat(topic.letters().getFirst().value())
        .hasSize(DeadLetter.MAX_VALUE_BYTES)
        .containsOnly(7);
  }

  private CompletableFuture<Void> publish(@Nullable String key, byte @Nullable [] value) {
    return topic.deadLetters.publish(
        new ConsumerRecord<>("parley.auth", 5, 99, key, value), "no body");
  }
}
