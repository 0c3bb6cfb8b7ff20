package dev.parley.contracts.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClosingTest {
  private final AtomicInteger closed = new AtomicInteger();

  @Test
  void closesNoneAfterTheOther() {
    // Given
    CountDownLatch allBegan = new CountDownLatch(3);
    AutoCloseable waiting =
        () -> {
          allBegan.countDown();
          allBegan.await();
          closed.incrementAndGet();
        };

    // When
    CompletableFuture<Void> closing =
        CompletableFuture.runAsync(() -> Closing.atOnce(waiting, waiting, waiting));

    // Then
    assertThat(closing).succeedsWithin(Duration.ofSeconds(10));
    assertThat(closed).hasValue(3);
  }

  @Test
  void closesTheOthersWhenOneFails() {
    // Given
    AutoCloseable broken =
        () -> {
          throw new IllegalStateException("broken on purpose");
        };

    // When
    Closing.atOnce(broken, closed::incrementAndGet, broken, closed::incrementAndGet);

    // Then
    assertThat(closed).hasValue(2);
  }
}
