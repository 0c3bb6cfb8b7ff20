package dev.parley.deploy.bench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class ScreenTest {

  private final Screen screen = new Screen();

  @Test
  void findsATextThatComesInPieces() {
    // Given
    CompletableFuture<Void> seen = screen.await("welcome");

    // When
    print("\u001b[1mwel");

    // Then
    assertThat(seen).isNotDone();

    // When
    print("come\u001b[0m");

    // Then
    assertThat(seen).isCompleted();
  }

  @Test
  void seesTheSameTextAgainOnlyWhenItComesAgain() {
    // Given
    print("");
    CompletableFuture<Void> first = screen.await("hello");
    CompletableFuture<CompletableFuture<Void>> second = first.thenApply(_ -> screen.await("hello"));

    // When
    print("hello and more");

    // Then
    assertThat(second).isCompleted();
    assertThat(second.join()).isNotDone();

    // When
    print("hello");

    // Then
    assertThat(second.join()).isCompleted();
  }

  @Test
  void tellsWhoeverWaitsThatNothingIsPrintedAnyMore() {
    // Given
    CompletableFuture<Void> seen = screen.await("welcome");

    // When
    screen.fail(new IllegalStateException("gone"));

    // Then
    assertThat(seen).isCompletedExceptionally();
  }

  private void print(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    screen.write(bytes, 0, bytes.length);
  }
}
