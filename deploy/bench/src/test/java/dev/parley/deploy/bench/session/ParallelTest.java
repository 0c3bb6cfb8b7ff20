package dev.parley.deploy.bench.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ParallelTest {

  @Test
  void takesEveryStepOnceWithAFewUnderWayAtATime() {
    // Given
    Queue<Integer> taken = new ConcurrentLinkedQueue<>();
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    // When
    Parallel.forEach(
            5_000,
            7,
            i ->
                CompletableFuture.runAsync(() -> {
                  most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                  taken.add(i);
                  underWay.decrementAndGet();
                }))
        .join();

    // Then
    assertThat(taken).hasSize(5_000).doesNotHaveDuplicates();
    assertThat(most.get()).isBetween(1, 7);
  }

  @Test
  void standsStepsThatAreDoneAtOnce() {
    // Given
    AtomicInteger taken = new AtomicInteger();

    // When
    CompletableFuture<Void> all =
        Parallel.forEach(
            100_000, 1, _ -> CompletableFuture.completedFuture(taken.incrementAndGet()));

    // Then
    all.join();
    assertThat(taken.get()).isEqualTo(100_000);
  }

  @Test
  void failsWithTheFirstFailureAndStartsNoMore() {
    // Given
    AtomicInteger taken = new AtomicInteger();

    // When
    CompletableFuture<Void> all =
        Parallel.forEach(
            100,
            1,
            i ->
                taken.incrementAndGet() == 3
                    ? CompletableFuture.failedFuture(new IllegalStateException("step " + i))
                    : CompletableFuture.completedFuture(i));

    // Then
    assertThat(all)
        .failsWithin(java.time.Duration.ofSeconds(10))
        .withThrowableThat()
        .withMessageContaining("step 2");
    assertThat(taken.get()).isEqualTo(3);
  }

  @Test
  void isDoneWithoutSteps() {
    // When
    CompletableFuture<Void> all =
        Parallel.forEach(0, 5, _ -> CompletableFuture.failedFuture(new IllegalStateException()));

    // Then
    assertThat(all).isCompleted();
  }
}
