package dev.parley.contracts.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.auth.AccountRecord;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollLoopRebalanceTest {
  private final LoopFixture topic = new LoopFixture(2);
  private final PollLoop<AccountRecord> loop = topic.pollLoop();

  @AfterEach
  void close() {
    loop.close();
  }

  @Test
  void waitsForEffectsAndCommitsBeforeItGivesAPartitionUp() {
    // Given
    CompletableFuture<Void> effects = topic.handler.answeringLater();
    topic.write(0, "alice");
    loop.start();
    awaitHandled("alice");

    // When
    topic.consumer.schedulePollTask(() -> {
      effects.completeOnTimeout(null, 50, TimeUnit.MILLISECONDS);
      topic.consumer.rebalance(List.of(LogConsumer.partition(1)));
    });

    // Then
    await().untilAsserted(() -> assertThat(topic.handler.ownership()).contains("revoked 0"));
    assertThat(topic.consumer.commits()).containsExactly(Map.of(0, 1L));
  }

  @Test
  void tellsTheHandlerOfEachChange() {
    // Given
    loop.start();

    // When
    topic.consumer.assignWithNextPoll(1);
    topic.consumer.assignWithNextPoll(0, 1);

    // Then
    await().untilAsserted(() -> assertThat(topic.handler.ownership()).hasSize(4));
    assertThat(topic.handler.ownership().subList(2, 4)).containsExactly("revoked 0", "assigned 0");
  }

  @Test
  void handlesAgainWhatFailedInAPartitionThatItKeeps() {
    // Given
    CompletableFuture<Void> effects = topic.handler.answeringLater();
    topic.write(1, "alice");
    loop.start();
    awaitHandled("alice");

    // When
    topic.consumer.schedulePollTask(() -> {
      effects.completeExceptionally(new TimeoutException());
      topic.consumer.rebalance(List.of(LogConsumer.partition(1)));
    });

    // Then
    awaitHandled("alice", "alice");
    await().untilAsserted(() -> assertThat(topic.consumer.committed(1)).isEqualTo(1));
  }

  @Test
  void leavesWhatFailedInAPartitionThatIsTakenAwayToItsNextOwner() {
    // Given
    CompletableFuture<Void> effects = topic.handler.answeringLater();
    topic.write(0, "alice");
    loop.start();
    awaitHandled("alice");

    // When
    topic.consumer.schedulePollTask(() -> {
      effects.completeExceptionally(new TimeoutException());
      topic.consumer.rebalance(List.of(LogConsumer.partition(1)));
    });
    topic.write(1, "bob");

    // Then
    awaitHandled("alice", "bob");
    await().untilAsserted(() -> assertThat(topic.consumer.committed(1)).isEqualTo(1));
    assertThat(topic.consumer.committed(0)).isZero();
  }

  @Test
  void commitsNothingOfAPartitionThatIsLostButAllOfTheOthers() {
    // Given
    CompletableFuture<Void> effects = topic.handler.answeringLater();
    topic.consumer.schedulePollTask(() -> {
      topic.write(0, "alice");
      topic.write(1, "bob");
    });
    loop.start();
    await().until(() -> topic.handler.handled().size() == 2);

    // When
    topic.consumer.loseWithNextPoll(0);
    await().untilAsserted(() -> assertThat(topic.handler.ownership()).contains("revoked 0"));
    effects.complete(null);

    // Then
    await().untilAsserted(() -> assertThat(topic.consumer.committed(1)).isEqualTo(1));
    assertThat(topic.consumer.committed(0)).isZero();
  }

  @Test
  void commitsWhatIsDoneWhenItIsClosed() {
    // Given
    CompletableFuture<Void> effects = topic.handler.answeringLater();
    topic.write(0, "alice");
    loop.start();
    awaitHandled("alice");

    // When
    CompletableFuture<Void> closing = CompletableFuture.runAsync(loop::close);
    effects.complete(null);
    closing.join();

    // Then
    assertThat(topic.consumer.committed(0)).isEqualTo(1);
    assertThat(topic.consumer.closed()).isTrue();
    assertThat(loop.isAlive()).isFalse();
    assertThat(topic.handler.ownership()).contains("revoked 0", "revoked 1");
  }

  @Test
  void commitsTheBatchInHandWhenItIsClosed() {
    // Given
    CompletableFuture<Void> entered = new CompletableFuture<>();
    topic.handler.answering(_ -> {
      entered.complete(null);
      await().until(topic.consumer::wasWoken);
      return CompletableFuture.completedFuture(null);
    });
    topic.write(0, "alice", "bob");
    loop.start();
    entered.join();

    // When
    loop.close();

    // Then
    assertThat(topic.consumer.committed(0)).isEqualTo(2);
  }

  @Test
  void commitsNothingThatFailedWhenItIsClosed() {
    // Given
    topic.consumer.oneByOne();
    CompletableFuture<Void> first = topic.handler.answeringLater();
    CompletableFuture<Void> second = topic.handler.answeringLater();
    CompletableFuture<Void> third = topic.handler.answeringLater();
    topic.write(0, "alice", "bob", "carol");
    loop.start();
    awaitHandled("alice", "bob", "carol");

    // When
    CompletableFuture<Void> closing = CompletableFuture.runAsync(loop::close);
    await().until(topic.consumer::wasWoken);
    second.completeExceptionally(new TimeoutException());
    third.complete(null);
    first.complete(null);
    closing.join();

    // Then
    assertThat(topic.consumer.committed(0)).isEqualTo(1);
  }

  @Test
  void closesTheConsumerOfALoopThatWasNeverStarted() {
    // When
    loop.close();

    // Then
    assertThat(topic.consumer.closed()).isTrue();
  }

  private void awaitHandled(String... accounts) {
    await().untilAsserted(() -> assertThat(topic.handler.handled()).isEqualTo(List.of(accounts)));
  }
}
