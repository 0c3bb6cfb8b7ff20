package dev.parley.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StoppableStartTest {
  private final List<Thread> hooks = new ArrayList<>();

  @Test
  void aStartThatWaitsIsInterruptedWhenTheProcessIsToldToEnd() {
    // Given
    StoppableStart start =
        new StoppableStart(
            hooks::add,
            _ -> {
              throw new IllegalStateException("Shutdown in progress");
            });

    // When, then
    assertThatThrownBy(() ->
            start.run(() -> {
              hooks.getFirst().start();
              awaitForEver();
            }))
        .hasMessage("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aStartThatCameToItsEndIsForgotten() {
    new StoppableStart(hooks::add, hooks::remove).run(() -> assertThat(hooks).hasSize(1));

    assertThat(hooks).isEmpty();
  }

  @Test
  void aStartThatFailedIsForgotten() {
    assertThatThrownBy(() ->
            new StoppableStart(hooks::add, hooks::remove)
                .run(() -> {
                  throw new IllegalArgumentException("no such layout");
                }))
        .hasMessage("no such layout");

    assertThat(hooks).isEmpty();
  }

  private static void awaitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
