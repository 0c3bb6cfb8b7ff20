package dev.parley.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [AccountStore] does.
public abstract class AccountStoreContract {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123Z");

  private final String handle = "h" + UUID.randomUUID().toString().substring(0, 18);
  private final Account account = new Account(handle, "hash", "nonce", NOON, null);

  protected AccountStoreContract() {}

  protected abstract AccountStore store();

  @Test
  void findsNobodyWhereNobodyIs() {
    // When / Then
    assertThat(store().find(handle)).isEmpty();
  }

  @Test
  void findsWhatWasAdded() {
    // When
    Account added = store().addIfFree(account);

    // Then
    assertThat(added).isEqualTo(account);
    assertThat(store().find(handle)).contains(account);
  }

  @Test
  void keepsTheFirstOfTwo() {
    // Given
    store().addIfFree(account);

    // When
    Account second =
        store().addIfFree(new Account(handle, "other", "other", NOON.plusSeconds(1), null));

    // Then
    assertThat(second).isEqualTo(account);
    assertThat(store().find(handle)).contains(account);
  }

  @Test
  void replacesAPasswordAndNotesWhen() {
    // Given
    store().addIfFree(account);

    // When
    store().changePassword(handle, "hash 2", "nonce 2", NOON.plusSeconds(5));

    // Then
    assertThat(store().find(handle))
        .contains(new Account(handle, "hash 2", "nonce 2", NOON, NOON.plusSeconds(5)));
  }

  @Test
  void replacesAnOutdatedHash() {
    // Given
    store().addIfFree(account);

    // When
    store().rehash(handle, "hash", "hash 2");

    // Then
    assertThat(store().find(handle)).contains(new Account(handle, "hash 2", "nonce", NOON, null));
  }

  @Test
  void leavesAHashThatWasReplacedMeanwhile() {
    // Given
    store().addIfFree(account);

    // When
    store().rehash(handle, "hash of before", "hash 2");

    // Then
    assertThat(store().find(handle)).contains(account);
  }

  @Test
  void listsWhatIsNotAnnounced() {
    // Given
    store().addIfFree(account);

    // When / Then
    assertThat(store().unannounced(NOON.plusSeconds(1), 10_000)).contains(account);
    assertThat(store().unannounced(NOON, 10_000)).doesNotContain(account);
  }

  @Test
  void doesNotListWhatIsAnnounced() {
    // Given
    store().addIfFree(account);

    // When
    store().markAnnounced(handle);

    // Then
    assertThat(store().unannounced(NOON.plusSeconds(1), 10_000)).doesNotContain(account);
  }

  @Test
  void listsNoMoreThanAskedFor() {
    // Given
    store().addIfFree(account);
    store().addIfFree(new Account(handle + "-2", "hash", "nonce", NOON, null));

    // When / Then
    assertThat(store().unannounced(NOON.plusSeconds(1), 1)).hasSize(1);
  }
}
