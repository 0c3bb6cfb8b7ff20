package dev.parley.auth.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Sees to it that the other services hear of every account, and of every change that ends its
/// sessions.
///
/// Both are announced before the request is answered. If the service dies in between, the record
/// comes again; if it stays down longer than the topic keeps records, the next sweep makes good for
/// it. Safe for use by many threads.
@Singleton
public final class Announcer {
  /// Younger accounts are being announced by who registers them.
  private static final Duration GRACE = Duration.ofSeconds(30);

  /// Accounts have the times of Kafka's clock, which may go before this machine's.
  private static final Duration FAR_AHEAD = Duration.ofDays(1);

  private static final int MAX_PER_SWEEP = 500;

  private final AccountStore accounts;
  private final AccountPublisher publisher;

  @Inject
  Announcer(AccountStore accounts, AccountPublisher publisher) {
    this.accounts = accounts;
    this.publisher = publisher;
  }

  /// Tells of an account as it is now.
  ///
  /// @param account the account
  public void announce(Account account) {
    announce(List.of(account));
  }

  /// Tells of accounts as they are now.
  ///
  /// @param accounts the accounts
  public void announce(List<Account> accounts) {
    publisher.publish(accounts);
    accounts.forEach(this.accounts::markAnnounced);
  }

  /// Announces everything that was left over, of whatever age: nobody is to log in to an account
  /// that the other services do not know of. After a restore that is every account.
  ///
  /// @param now the present time
  /// @return how many there were
  public int catchUp(Instant now) {
    int count = 0;
    List<Account> left = accounts.unannounced(now.plus(FAR_AHEAD), MAX_PER_SWEEP);
    while (!left.isEmpty()) {
      announce(left);
      count += left.size();
      left = accounts.unannounced(now.plus(FAR_AHEAD), MAX_PER_SWEEP);
    }
    return count;
  }

  /// Announces what was left over.
  ///
  /// @param now the present time
  void sweep(Instant now) {
    List<Account> left = accounts.unannounced(now.minus(GRACE), MAX_PER_SWEEP);
    if (!left.isEmpty()) {
      announce(left);
    }
  }
}
