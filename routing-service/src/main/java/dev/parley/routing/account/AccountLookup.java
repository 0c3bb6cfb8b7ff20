package dev.parley.routing.account;

import dev.parley.contracts.consumer.TemporaryFaultException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Makes sure that an account is truly unknown before somebody is told so. Safe for many threads.
@Singleton
public final class AccountLookup {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final Accounts accounts;
  private final AccountFeed feed;

  /// Prepares the lookup.
  ///
  /// @param accounts which accounts exist
  /// @param feed where those come from
  public AccountLookup(Accounts accounts, AccountFeed feed) {
    this.accounts = accounts;
    this.feed = feed;
  }

  /// {@return whether the account exists now}
  ///
  /// @param handle handle
  /// @throws TemporaryFaultException if that cannot be told within two seconds
  public boolean exists(String handle) {
    await(List.of(handle));
    return accounts.exists(handle);
  }

  /// Waits, if any of the accounts is unknown, until all are known that exist at this moment.
  ///
  /// @param handles handles
  /// @throws TemporaryFaultException if that takes more than two seconds
  public void await(Collection<String> handles) {
    if (handles.stream().allMatch(accounts::exists)) {
      return;
    }
    try {
      feed.caughtUp().get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TemporaryFaultException("interrupted while waiting for accounts", e);
    } catch (ExecutionException | TimeoutException | CancellationException e) {
      // Cancelled where the feed has ended: whoever reads the record next can tell.
      throw new TemporaryFaultException("accounts out of reach", e);
    }
  }
}
