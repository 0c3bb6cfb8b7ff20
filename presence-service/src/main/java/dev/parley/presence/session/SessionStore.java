package dev.parley.presence.session;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Where sessions are kept. All methods block; safe for use by many threads.
///
/// @see SessionTransaction
public interface SessionStore {

  /// Runs a batch: all of its changes are kept, or none.
  ///
  /// @param work what is to be done; runs once, on the caller's thread
  /// @param <R> what it returns
  /// @return what the work returned, after the commit
  /// @throws dev.parley.contracts.consumer.TemporaryFaultException if the store is out of reach
  <R> R inTransaction(Function<SessionTransaction, R> work);

  /// {@return the sessions that ended with a gateway, by id}
  ///
  /// @param gateway id of the gateway
  /// @param end how they ended
  List<Session> endedWith(String gateway, SessionEnd end);

  /// {@return number of open sessions by door}
  Map<String, Integer> openByDoor();

  /// Forgets sessions that ended long ago.
  ///
  /// @param endedBefore epoch milliseconds
  /// @param limit most sessions to forget
  /// @return how many were forgotten
  int purge(long endedBefore, int limit);
}
