package dev.parley.routing.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.consumer.TemporaryFaultException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AccountLookupTest {
  private final Accounts accounts = new Accounts();
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void asksNobodyAboutAKnownAccount() {
    // Given
    accounts.add("alice", 1);

    // When
    boolean exists = lookup(() -> {}).exists("alice");

    // Then
    assertThat(exists).isTrue();
    assertThat(asked).hasValue(0);
  }

  @Test
  void waitsForAnAccountWhoseRecordIsOnItsWay() {
    // When
    boolean exists = lookup(() -> accounts.add("alice", 1)).exists("alice");

    // Then
    assertThat(exists).isTrue();
  }

  @Test
  void saysNoOnceEverythingIsKnown() {
    // When
    boolean exists = lookup(() -> {}).exists("ghost");

    // Then
    assertThat(exists).isFalse();
  }

  @Test
  void asksOnceForAWholeBatch() {
    // When
    lookup(() -> {}).await(List.of("one", "two", "three"));

    // Then
    assertThat(asked).hasValue(1);
  }

  @Test
  void doesNotSayNoWhenItCannotKnow() {
    // Given
    CompletableFuture<Void> broken = CompletableFuture.failedFuture(new IllegalStateException());
    AccountLookup lookup = new AccountLookup(accounts, () -> broken);

    // Then
    assertThatThrownBy(() -> lookup.exists("ghost"))
        .isInstanceOf(TemporaryFaultException.class)
        .hasMessage("accounts out of reach");
  }

  @Test
  void doesNotSayNoOnceTheFeedHasEnded() {
    // Given
    CompletableFuture<Void> ended = new CompletableFuture<>();
    ended.cancel(false);
    AccountLookup lookup = new AccountLookup(accounts, () -> ended);

    // Then
    assertThatThrownBy(() -> lookup.exists("ghost"))
        .isInstanceOf(TemporaryFaultException.class)
        .hasMessage("accounts out of reach");
  }

  @Test
  void knowsWhichAccountsAreOlderThanARecord() {
    // Given
    accounts.add("alice", 10);
    accounts.add("alice", 99);

    // Then
    assertThat(accounts.existedAt("alice", 10)).isTrue();
    assertThat(accounts.existedAt("alice", 9)).isFalse();
    assertThat(accounts.existedAt("bob", 99)).isFalse();
    assertThat(accounts.count()).isEqualTo(1);
  }

  private AccountLookup lookup(Runnable catchUp) {
    return new AccountLookup(
        accounts,
        () -> {
          asked.incrementAndGet();
          catchUp.run();
          return CompletableFuture.allOf();
        });
  }
}
