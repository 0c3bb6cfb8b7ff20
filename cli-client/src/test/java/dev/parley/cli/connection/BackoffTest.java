package dev.parley.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void doublesFromHalfASecondToThirtySeconds() {
    // Given
    var backoff = new Backoff(() -> 1.0);

    // When
    long[] pauses = new long[9];
    for (int at = 0; at < pauses.length; at++) {
      pauses[at] = backoff.next().toMillis();
    }

    // Then
    assertThat(pauses)
        .containsExactly(500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000);
  }

  @Test
  void takesARandomShare() {
    assertThat(new Backoff(() -> 0.0).next()).isZero();
    assertThat(new Backoff(() -> 0.5).next()).hasMillis(250);
  }

  @Test
  void beginsAgain() {
    // Given
    var backoff = new Backoff(() -> 1.0);
    for (int at = 0; at < 100; at++) {
      backoff.next();
    }

    // When
    backoff.reset();

    // Then
    assertThat(backoff.next()).hasMillis(500);
  }
}
