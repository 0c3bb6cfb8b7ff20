package dev.parley.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Outbox outbox = new Outbox(200_000);

  @Test
  void countsWhatWasTakenUntilItHasLeft() {
    // Given
    outbox.add(new byte[150_000]);
    outbox.take();

    // Then
    assertThat(outbox.isEmpty()).isTrue();
    assertThat(outbox.isDrained()).isFalse();
    assertThat(outbox.add(new byte[50_000])).isTrue();
    assertThat(outbox.add(new byte[1])).isFalse();
  }

  @Test
  void letsGoWhoWaitsOnceLittleEnoughIsLeft() {
    // Given
    outbox.add(new byte[100_000]);
    CompletableFuture<Void> drained = outbox.drained();
    outbox.take();

    // When
    outbox.onWritten(10_000, true);

    // Then
    assertThat(drained).isNotDone();

    // When
    outbox.onWritten(90_000, true);

    // Then
    assertThat(drained).isCompleted();
    assertThat(outbox.isDrained()).isTrue();
  }

  @Test
  void isNeverDrainedAgainAfterAWriteThatFailed() {
    // Given
    outbox.add(new byte[10]);
    outbox.take();

    // When
    outbox.onWritten(10, false);

    // Then
    assertThat(outbox.isDrained()).isFalse();
  }
}
