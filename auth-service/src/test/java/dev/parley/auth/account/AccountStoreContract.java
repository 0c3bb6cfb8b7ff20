package dev.parley.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.auth.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [AccountStore] does.
public abstract class AccountStoreContract {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123Z");

  private static final AccountChange CHANGE =
      new AccountChange(NOON.plusSeconds(5), AccountChange.PASSWORD_CHANGED, "session-1");

  private final String handle = "h" + UUID.randomUUID().toString().substring(0, 18);
  private final Account account = new Account(handle, "hash", "nonce", NOON);

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
    Account second = store().addIfFree(new Account(handle, "other", "other", NOON.plusSeconds(1)));

    // Then
    assertThat(second).isEqualTo(account);
    assertThat(store().find(handle)).contains(account);
  }

  @Test
  void replacesAPasswordAndNotesWhen() {
    // Given
    store().addIfFree(account);

    // When
    store().changePassword(handle, "hash 2", "nonce 2", CHANGE);

    // Then
    assertThat(store().find(handle))
        .contains(new Account(handle, "hash 2", "nonce 2", NOON, Role.MEMBER, false, CHANGE));
  }

  @Test
  void replacesAnOutdatedHash() {
    // Given
    store().addIfFree(account);

    // When
    store().rehash(handle, "hash", "hash 2");

    // Then
    assertThat(store().find(handle)).contains(new Account(handle, "hash 2", "nonce", NOON));
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
    store().markAnnounced(account);

    // Then
    assertThat(store().unannounced(NOON.plusSeconds(1), 10_000)).doesNotContain(account);
  }

  @Test
  void listsAnAccountAgainThatHasChangedSinceItWasAnnounced() {
    // Given
    store().addIfFree(account);
    store().changePassword(handle, "hash 2", "nonce 2", CHANGE);

    // When
    store().markAnnounced(account);

    // Then
    assertThat(store().unannounced(NOON.plusSeconds(6), 10_000))
        .extracting(Account::handle)
        .contains(handle);
  }

  @Test
  void closesAnAccountAndNotesWhen() {
    // Given
    store().addIfFree(account);

    // When
    store().setDisabled(handle, true, CHANGE);
    store().setRole(handle, Role.ADMIN, CHANGE);

    // Then
    assertThat(store().find(handle))
        .contains(new Account(handle, "hash", "nonce", NOON, Role.ADMIN, true, CHANGE));
  }

  @Test
  void addsManyOrNone() {
    // Given
    store().addIfFree(account);
    Account other = new Account(handle + "-2", "hash", "import", NOON);
    Account same = new Account(handle, "hash", "import", NOON);

    // When
    List<String> taken = store().addAll(List.of(other, same));

    // Then
    assertThat(taken).containsExactly(handle);
    assertThat(store().find(other.handle())).isEmpty();
    assertThat(store().addAll(List.of(other))).isEmpty();
    assertThat(store().addAll(List.of(other))).isEmpty();
    assertThat(store().taken(List.of(same, other))).containsExactly(handle);
    assertThat(store().find(other.handle())).contains(other);
  }

  @Test
  void listsByHandleWhatIsWanted() {
    // Given
    store().addIfFree(account);
    store().addIfFree(new Account(handle + "-2", "hash", "nonce", NOON));
    store().setDisabled(handle + "-2", true, CHANGE);

    // When
    List<Account> all = store().list(new AccountFilter(handle, null, false, ""), 10);
    List<Account> disabled = store().list(new AccountFilter(handle, Role.MEMBER, true, ""), 10);
    List<Account> later = store().list(new AccountFilter(handle, null, false, handle), 10);

    // Then
    assertThat(all).extracting(Account::handle).containsExactly(handle, handle + "-2");
    assertThat(disabled).extracting(Account::handle).containsExactly(handle + "-2");
    assertThat(later).extracting(Account::handle).containsExactly(handle + "-2");
  }

  @Test
  void listsNoMoreThanAskedFor() {
    // Given
    store().addIfFree(account);
    store().addIfFree(new Account(handle + "-2", "hash", "nonce", NOON));

    // When / Then
    assertThat(store().unannounced(NOON.plusSeconds(1), 1)).hasSize(1);
  }
}
