package dev.parley.presence.query;

import dev.parley.contracts.delivery.OnlineAccount;
import java.util.Collection;
import java.util.List;

/// Reads who is here. All methods block; safe for use by many threads, and throw
/// [dev.parley.contracts.consumer.TemporaryFaultException] if the store is out of reach.
public interface SessionReader {

  /// {@return open sessions, by handle and then the oldest first}
  ///
  /// @param limit most sessions to return
  List<OnlineAccount> open(int limit);

  /// {@return accounts with a session open at that time or later, by handle}
  ///
  /// @param since epoch milliseconds
  /// @param limit most accounts to return
  List<RecentSessions> recent(long since, int limit);

  /// {@return what is known of those of the accounts that had a session, in no order}
  ///
  /// @param accounts handles
  List<Sighting> sightings(Collection<String> accounts);
}
