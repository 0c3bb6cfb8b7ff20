package dev.parley.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Arrival;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [NonceStore] does.
public abstract class NonceStoreContract {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final String nonce = UUID.randomUUID().toString();

  protected NonceStoreContract() {}

  protected abstract NonceStore store();

  @Test
  void givesAFreshNonceToTheFirstRecord() {
    // When
    boolean taken = store().take(nonce, new Arrival(1, 7, NOON));

    // Then
    assertThat(taken).isTrue();
  }

  @Test
  void givesANonceToTheSameRecordAgain() {
    // Given
    store().take(nonce, new Arrival(1, 7, NOON));

    // When
    boolean taken = store().take(nonce, new Arrival(1, 7, NOON));

    // Then
    assertThat(taken).isTrue();
  }

  @Test
  void refusesANonceToAnotherOffset() {
    // Given
    store().take(nonce, new Arrival(1, 7, NOON));

    // When
    boolean taken = store().take(nonce, new Arrival(1, 8, NOON));

    // Then
    assertThat(taken).isFalse();
  }

  @Test
  void refusesANonceToAnotherPartition() {
    // Given
    store().take(nonce, new Arrival(1, 7, NOON));

    // When
    boolean taken = store().take(nonce, new Arrival(2, 7, NOON));

    // Then
    assertThat(taken).isFalse();
  }

  @Test
  void forgetsWhatWasTakenBeforeATime() {
    // Given
    store().take(nonce, new Arrival(1, 7, NOON));

    // When
    store().forget(NOON.plusSeconds(1));

    // Then
    assertThat(store().take(nonce, new Arrival(3, 9, NOON))).isTrue();
  }

  @Test
  void remembersWhatWasTakenSince() {
    // Given
    store().take(nonce, new Arrival(1, 7, NOON));

    // When
    store().forget(NOON);

    // Then
    assertThat(store().take(nonce, new Arrival(3, 9, NOON))).isFalse();
  }
}
