package dev.parley.contracts.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.auth.AccountRecord;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollLoopFaultTest {
  private static final Function<List<String>, CompletableFuture<?>> DATABASE_AWAY =
      _ -> {
        throw new TemporaryFaultException("database away", new IllegalStateException());
      };

  private final LoopFixture topic = new LoopFixture(1);
  private final PollLoop<AccountRecord> loop = topic.pollLoop();

  @AfterEach
  void close() {
    loop.close();
  }

  @Test
  void handlesTheSameBatchAgainAfterATemporaryFault() {
    // Given
    topic.consumer.oneByOne();
    topic.handler.answering(DATABASE_AWAY).answering(DATABASE_AWAY);
    topic.write(0, "alice", "bob");

    // When
    loop.start();

    // Then
    awaitHandled("alice", "alice", "alice", "bob");
    await().untilAsserted(() -> assertThat(topic.consumer.committed(0)).isEqualTo(2));
    assertThat(topic.letters()).isEmpty();
  }

  @Test
  void setsAPoisonousRecordAsideAndHandlesTheOthers() {
    // Given
    topic.handler.answeringAlways(PollLoopFaultTest::refuseMallory);
    topic.write(0, "alice", "mallory", "bob");

    // When
    loop.start();

    // Then
    await().untilAsserted(() -> assertThat(topic.consumer.committed(0)).isEqualTo(3));
    assertThat(topic.handler.batches())
        .containsExactly(
            List.of("alice", "mallory", "bob"),
            List.of("alice"),
            List.of("mallory"),
            List.of("bob"));
    assertThat(topic.letters())
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.topic()).isEqualTo(LogConsumer.TOPIC);
          assertThat(letter.partition()).isZero();
          assertThat(letter.offset()).isEqualTo(1);
          assertThat(letter.key()).isEqualTo("mallory");
          assertThat(letter.value()).asString().contains("AccountCreated", "mallory");
        });
  }

  @Test
  void namesThePoisonsFaultAndPlaceButNotItsMessage() {
    // Given
    topic.handler.answeringAlways(PollLoopFaultTest::refuseMallory);
    topic.write(0, "mallory");

    // When
    loop.start();

    // Then
    await().untilAsserted(() -> assertThat(topic.letters()).hasSize(1));
    assertThat(topic.letters().getFirst().reason())
        .startsWith("java.lang.IllegalArgumentException at ")
        .contains("PollLoopFaultTest.refuseMallory")
        .doesNotContain("secret");
  }

  @Test
  void startsOverWhenTheDatabaseGoesAwayWhileItLooksForThePoison() {
    // Given
    topic
        .handler
        .answering(PollLoopFaultTest::refuseMallory)
        .answering(PollLoopFaultTest::refuseMallory)
        .answering(DATABASE_AWAY)
        .answeringAlways(PollLoopFaultTest::refuseMallory);
    topic.write(0, "mallory", "bob");

    // When
    loop.start();

    // Then
    await().untilAsserted(() -> assertThat(topic.consumer.committed(0)).isEqualTo(2));
    assertThat(topic.handler.batches())
        .containsExactly(
            List.of("mallory", "bob"),
            List.of("mallory"),
            List.of("bob"),
            List.of("mallory", "bob"),
            List.of("mallory"),
            List.of("bob"));
    assertThat(topic.letters()).hasSize(1);
  }

  @Test
  void setsAnUnreadableRecordAsideAndThePartitionGoesOn() {
    // Given
    topic.write(0, "alice");
    topic.writeRaw(0, "mallory", "{\"v\":1,\"kind\":");
    topic.consumer.append(0, "tombstone", null);
    topic.write(0, "bob");

    // When
    loop.start();

    // Then
    awaitHandled("alice", "bob");
    await().untilAsserted(() -> assertThat(topic.consumer.committed(0)).isEqualTo(4));
    assertThat(topic.letters())
        .extracting("topic", "partition", "offset", "key")
        .containsExactly(
            tuple(LogConsumer.TOPIC, 0, 1L, "mallory"),
            tuple(LogConsumer.TOPIC, 0, 2L, "tombstone"));
    assertThat(topic.deadLetters.count()).isEqualTo(2);
  }

  @Test
  void setsAnUnreadableRecordAsideOnceHoweverOftenItsBatchIsTried() {
    // Given
    topic.handler.answering(DATABASE_AWAY).answering(DATABASE_AWAY);
    topic.write(0, "alice");
    topic.writeRaw(0, "mallory", "no record");
    topic.writeRaw(0, "x", "{\"v\":1,\"kind\":\"Tomorrow\",\"body\":{}}");

    // When
    loop.start();

    // Then
    await().untilAsserted(() -> assertThat(topic.consumer.committed(0)).isEqualTo(3));
    assertThat(topic.letters()).hasSize(1);
    assertThat(loop.unknownKinds()).isEqualTo(1);
  }

  @Test
  void handlesABatchAgainWhoseEffectsFailed() {
    // Given
    topic.handler.answering(_ -> CompletableFuture.failedFuture(new TimeoutException()));
    topic.write(0, "alice", "bob");

    // When
    loop.start();

    // Then
    awaitHandled("alice", "bob", "alice", "bob");
    await().untilAsserted(() -> assertThat(topic.consumer.committed(0)).isEqualTo(2));
  }

  @Test
  void handlesAllFromTheFailedBatchOnWhenAsManyAreOutstandingAsMayBe() {
    // Given
    topic.consumer.oneByOne();
    CompletableFuture<Void> oldest = topic.handler.answeringLater();
    topic.handler.answeringLater();
    topic.handler.answeringLater();
    topic.handler.answeringLater();
    topic.write(0, "alice", "bob", "carol", "dave");
    loop.start();
    awaitHandled("alice", "bob", "carol", "dave");

    // When
    oldest.completeExceptionally(new TimeoutException());

    // Then
    awaitHandled("alice", "bob", "carol", "dave", "alice", "bob", "carol", "dave");
    await().untilAsserted(() -> assertThat(topic.consumer.committed(0)).isEqualTo(4));
  }

  @Test
  void commitsNothingBehindWhatFailed() {
    // Given
    CompletableFuture<Void> first = topic.handler.answeringLater();
    CompletableFuture<Void> again = new CompletableFuture<>();
    topic.handler.answeringAlways(
        batch -> batch.contains("alice") ? again : CompletableFuture.completedFuture(null));
    topic.write(0, "alice");
    loop.start();
    awaitHandled("alice");

    // When
    topic.consumer.schedulePollTask(() -> topic.write(0, "bob"));
    topic.consumer.schedulePollTask(() -> first.completeExceptionally(new TimeoutException()));
    await().until(() -> topic.handler.handled().lastIndexOf("alice") > 0);

    // Then
    assertThat(topic.consumer.commits()).isEmpty();
    again.complete(null);
    await().untilAsserted(() -> assertThat(topic.consumer.committed(0)).isEqualTo(2));
  }

  private void awaitHandled(String... accounts) {
    await().untilAsserted(() -> assertThat(topic.handler.handled()).isEqualTo(List.of(accounts)));
  }

  private static CompletableFuture<?> refuseMallory(List<String> accounts) {
    if (accounts.contains("mallory")) {
      throw new IllegalArgumentException("a secret of mallory");
    }
    return CompletableFuture.completedFuture(null);
  }
}
