package dev.parley.presence.session;

import dev.parley.contracts.presence.SetAway;
import dev.parley.presence.session.Change.GatewayEnding;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One transaction on the [SessionStore], for one thread. Each method is one statement, or few.
///
/// Locks are taken in the order progress, gateways, sessions, and by key within each, so that
/// transactions wait for each other and never in a circle.
public interface SessionTransaction {

  /// Reads how far partitions have been handled, and keeps others from handling them.
  ///
  /// @param partitions partition numbers
  /// @return by partition; those never handled are missing
  Map<Integer, Progress> lockProgress(Collection<Integer> partitions);

  /// Writes how far partitions have been handled.
  ///
  /// @param progress by partition
  void saveProgress(Map<Integer, Progress> progress);

  /// Makes gateways known and keeps them from ending meanwhile.
  ///
  /// @param gateways ids
  /// @param at when they were seen, epoch milliseconds; kept for the ones not known before
  /// @param ending whether one of them is to end in this transaction
  /// @return those that have ended before
  Set<String> lockGateways(Collection<String> gateways, long at, boolean ending);

  /// Reads sessions and keeps them from changing meanwhile.
  ///
  /// @param ids sessions by id, open or not
  /// @param accounts accounts whose open sessions are wanted
  /// @return each session once
  List<Session> lockSessions(Collection<String> ids, Collection<String> accounts);

  /// Reads the latest session of each token. One that is open was locked with its account.
  ///
  /// @param tokens ids of tokens
  /// @return at most one for each
  List<Session> latestOf(Collection<String> tokens);

  /// {@return since when the logins of accounts are void; those whose are all good are missing}
  ///
  /// @param accounts handles
  List<AccountEnd> accountEnds(Collection<String> accounts);

  /// Keeps since when the logins of accounts are void.
  ///
  /// @param ends at most one for each account
  void saveAccountEnds(Collection<AccountEnd> ends);

  /// {@return the sessions of accounts that gave way to another, or to a change of the account, at
  /// given times}
  ///
  /// @param accounts handles
  /// @param times epoch milliseconds
  List<Session> replaced(Collection<String> accounts, Collection<Long> times);

  /// {@return number of accounts with an open session, counted up to a limit}
  ///
  /// @param limit where counting stops
  int countOnline(int limit);

  /// {@return those of the accounts that have an open session}
  ///
  /// @param accounts handles
  Set<String> online(Collection<String> accounts);

  /// Adds sessions.
  ///
  /// @param sessions not in the store; they may have ended already
  void insert(Collection<Session> sessions);

  /// Ends sessions.
  ///
  /// @param sessions open in the store, with their end
  void end(Collection<Session> sessions);

  /// Notes of open sessions whether their persons are away.
  ///
  /// @param aways at most one for each session
  /// @return by account of the sessions that are open, whether it is away in all of its sessions
  Map<String, Boolean> setAway(Collection<SetAway> aways);

  /// Ends a gateway and its sessions.
  ///
  /// @param ending of a gateway that was locked for it and has not ended
  /// @return the sessions that were open
  List<Session> end(GatewayEnding ending);
}
