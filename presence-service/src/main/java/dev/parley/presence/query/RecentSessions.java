package dev.parley.presence.query;

import dev.parley.contracts.delivery.RecentAccount;

/// The sessions of one account that were open within some time.
///
/// @param account the account as an answer shows it
/// @param lastEnded when the last of its sessions that ended did, epoch milliseconds; 0 if none has
public record RecentSessions(RecentAccount account, long lastEnded) {

  /// {@return whether one was open at that time or later}
  ///
  /// @param since epoch milliseconds
  boolean reach(long since) {
    return account.online() || lastEnded >= since;
  }
}
