package dev.parley.contracts.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.auth.AccountCreated;
import dev.parley.contracts.auth.AccountRecord;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.DisconnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollLoopTest {
  private final LoopFixture topic = new LoopFixture(2);
  private final PollLoop<AccountRecord> loop = topic.pollLoop();

  @AfterEach
  void close() {
    loop.close();
  }

  @Test
  void handsOverTheRecordsOfAPartitionInTheirOrder() {
    // Given
    topic.write(0, "alice", "bob", "carol");

    // When
    loop.start();

    // Then
    await()
        .untilAsserted(
            () -> assertThat(topic.handler.handled()).containsExactly("alice", "bob", "carol"));
  }

  @Test
  void tellsWhereAndWhenARecordWasWritten() {
    // Given
    topic.write(1, "alice", "bob");

    // When
    loop.start();

    // Then
    await()
        .untilAsserted(() ->
            assertThat(topic.handler.received())
                .last()
                .isEqualTo(
                    new Received<AccountRecord>(
                        new AccountCreated("bob", 1), LogConsumer.partition(1), 1, 1_000)));
  }

  @Test
  void tellsWhichPartitionsItOwns() {
    // When
    loop.start();

    // Then
    await()
        .untilAsserted(() ->
            assertThat(topic.handler.ownership())
                .containsExactlyInAnyOrder("assigned 0", "assigned 1"));
  }

  @Test
  void commitsWhatIsDone() {
    // Given
    topic.write(0, "alice", "bob", "carol");
    topic.write(1, "dave");

    // When
    loop.start();

    // Then
    await()
        .untilAsserted(() -> {
          assertThat(topic.consumer.committed(0)).isEqualTo(3);
          assertThat(topic.consumer.committed(1)).isEqualTo(1);
        });
  }

  @Test
  void commitsNothingBeforeItsEffectsAreAcknowledged() {
    // Given
    CompletableFuture<Void> effects = topic.handler.answeringLater();
    topic.write(0, "alice");
    loop.start();
    awaitHandled("alice");

    // When
    awaitFurtherPolls();

    // Then
    assertThat(topic.consumer.commits()).isEmpty();
    effects.complete(null);
    await().untilAsserted(() -> assertThat(topic.consumer.committed(0)).isEqualTo(1));
  }

  @Test
  void commitsInTheOrderOfTheLogWhateverIsAcknowledgedFirst() {
    // Given
    topic.consumer.oneByOne();
    CompletableFuture<Void> first = topic.handler.answeringLater();
    CompletableFuture<Void> second = topic.handler.answeringLater();
    topic.write(0, "alice", "bob");
    loop.start();
    awaitHandled("alice", "bob");

    // When
    second.complete(null);
    awaitFurtherPolls();

    // Then
    assertThat(topic.consumer.commits()).isEmpty();
    first.complete(null);
    await()
        .untilAsserted(() -> assertThat(topic.consumer.commits()).containsExactly(Map.of(0, 2L)));
  }

  @Test
  void joinsTheCommitsOfABusyMoment() {
    // Given
    topic.consumer.oneByOne();
    String[] accounts = IntStream.range(0, 50).mapToObj(i -> "account" + i).toArray(String[]::new);
    topic.write(0, accounts);

    // When
    loop.start();

    // Then
    await().untilAsserted(() -> assertThat(topic.consumer.committed(0)).isEqualTo(50));
    assertThat(topic.consumer.commits()).hasSizeLessThan(50);
  }

  @Test
  void handlesTheNextBatchWhileEffectsAreOutstandingUpToALimit() {
    // Given
    topic.consumer.oneByOne();
    CompletableFuture<Void> oldest = topic.handler.answeringLater();
    List<CompletableFuture<Void>> others =
        Stream.generate(topic.handler::answeringLater).limit(PollLoop.FEW_IN_FLIGHT - 1).toList();
    String[] accounts =
        IntStream.rangeClosed(0, PollLoop.FEW_IN_FLIGHT)
            .mapToObj(i -> "account" + i)
            .toArray(String[]::new);
    topic.write(0, accounts);

    // When
    loop.start();

    // Then
    awaitHandled(Arrays.copyOf(accounts, PollLoop.FEW_IN_FLIGHT));
    oldest.complete(null);
    awaitHandled(accounts);
    others.forEach(each -> each.complete(null));
  }

  @Test
  void goesOnAfterAPollThatFailed() {
    // Given
    topic.consumer.setPollException(new DisconnectException("broker away"));
    topic.write(0, "alice");

    // When
    loop.start();

    // Then
    awaitHandled("alice");
  }

  @Test
  void skipsAndCountsAKindThatItDoesNotKnow() {
    // Given
    topic.write(0, "alice");
    topic.writeRaw(0, "x", "{\"v\":1,\"kind\":\"Tomorrow\",\"body\":{}}");
    topic.write(0, "bob");

    // When
    loop.start();

    // Then
    awaitHandled("alice", "bob");
    await().untilAsserted(() -> assertThat(topic.consumer.committed(0)).isEqualTo(3));
    assertThat(loop.unknownKinds()).isEqualTo(1);
    assertThat(topic.letters()).isEmpty();
  }

  @Test
  void commitsPastWhatNobodyNeedsToHandle() {
    // Given
    topic.writeRaw(0, "x", "{\"v\":1,\"kind\":\"Tomorrow\",\"body\":{}}");

    // When
    loop.start();

    // Then
    await().untilAsserted(() -> assertThat(topic.consumer.committed(0)).isEqualTo(1));
    assertThat(topic.handler.batches()).isEmpty();
  }

  @Test
  void tellsHowManyRecordsOfItsPartitionsWait() {
    // Given
    topic.consumer.updateEndOffsets(
        Map.of(LogConsumer.partition(0), 5L, LogConsumer.partition(1), 0L));
    topic.write(0, "alice", "bob");

    // When
    loop.start();

    // Then
    await().untilAsserted(() -> assertThat(loop.lag(0)).isEqualTo(3));
    assertThat(loop.lag(1)).isZero();
    assertThat(loop.lag(7)).isZero();
  }

  @Test
  void tellsHowLongAgoItCameByItsPoll() {
    // Given
    CompletableFuture<Void> entered = new CompletableFuture<>();
    CompletableFuture<Void> released = new CompletableFuture<>();
    topic.handler.answering(_ -> {
      entered.complete(null);
      return CompletableFuture.completedFuture(released.join());
    });
    topic.write(0, "alice");

    // When
    loop.start();
    entered.join();

    // Then
    await()
        .untilAsserted(() -> assertThat(loop.sinceLastPoll()).isGreaterThan(Duration.ofMillis(30)));
    assertThat(loop.isAlive()).isTrue();
    released.complete(null);
    await().untilAsserted(() -> assertThat(loop.sinceLastPoll()).isLessThan(Duration.ofMillis(30)));
  }

  private void awaitHandled(String... accounts) {
    await().untilAsserted(() -> assertThat(topic.handler.handled()).isEqualTo(List.of(accounts)));
  }

  private void awaitFurtherPolls() {
    int before = topic.consumer.polls();
    await().until(() -> topic.consumer.polls() > before + 2);
  }
}
