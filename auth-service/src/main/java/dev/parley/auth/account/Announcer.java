package dev.parley.auth.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/// Sees to it that the other services hear of every account.
///
/// An account is announced before its registration is answered. If the service dies in between, the
/// record comes again; if it stays down longer than the topic keeps records, the next sweep makes
/// good for it. Safe for use by many threads.
@Singleton
final class Announcer {
  /// Younger accounts are being announced by who registers them.
  private static final Duration GRACE = Duration.ofSeconds(30);

  private static final int MAX_PER_SWEEP = 500;

  private final AccountStore accounts;
  private final AccountPublisher publisher;

  @Inject
  Announcer(AccountStore accounts, AccountPublisher publisher) {
    this.accounts = accounts;
    this.publisher = publisher;
  }

  void announce(Account account) {
    publisher.publish(account.handle(), account.createdAt());
    accounts.markAnnounced(account.handle());
  }

  /// Announces what was left over.
  ///
  /// @param now the present time
  void sweep(Instant now) {
    accounts.unannounced(now.minus(GRACE), MAX_PER_SWEEP).forEach(this::announce);
  }
}
