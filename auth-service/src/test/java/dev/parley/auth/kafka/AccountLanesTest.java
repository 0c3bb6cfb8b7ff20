package dev.parley.auth.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountLanesTest {
  private final AccountLanes lanes = new AccountLanes();

  @AfterEach
  void close() {
    lanes.close();
  }

  @Test
  void keepsTheOrderOfAnAccount() {
    // Given
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    List<CompletableFuture<Boolean>> all = new ArrayList<>();

    // When
    for (int i = 0; i < 1_000; i++) {
      int number = i;
      all.add(lanes.run("alice", () -> order.add(number)));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();

    // Then
    assertThat(order).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
  }

  @Test
  void letsNoAccountWaitForAnother() {
    // Given
    CountDownLatch block = new CountDownLatch(1);
    CompletableFuture<Boolean> blocked = lanes.run("alice", () -> awaitQuietly(block));

    // When
    String done = lanes.run("bob", () -> "done").join();

    // Then
    assertThat(done).isEqualTo("done");
    assertThat(blocked).isNotDone();
    block.countDown();
  }

  @Test
  void goesOnAfterWorkThatFailed() {
    // Given
    CompletableFuture<String> failed =
        lanes.run(
            "alice",
            () -> {
              throw new IllegalStateException("boom");
            });

    // When
    String next = lanes.run("alice", () -> "next").join();

    // Then
    assertThat(failed).isCompletedExceptionally();
    assertThat(next).isEqualTo("next");
  }

  @Test
  void forgetsAnAccountWhoseWorkIsDone() {
    // When
    IntStream.range(0, 100).forEach(i -> lanes.run("account" + i, () -> i).join());

    // Then
    await().untilAsserted(() -> assertThat(lanes.size()).isZero());
  }

  private static boolean awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
