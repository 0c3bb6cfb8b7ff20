package dev.parley.presence.session;

import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.contracts.presence.SetAway;
import dev.parley.presence.session.Change.GatewayEnding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps sessions in maps. A transaction that throws leaves them as they were.
public final class InMemorySessionStore implements SessionStore {

  private Map<String, Session> sessions = new TreeMap<>();
  private Map<String, String> gateways = new HashMap<>();
  private Map<Integer, Progress> progress = new HashMap<>();
  private Map<String, AccountEnd> accountEnds = new HashMap<>();
  private final Map<String, Boolean> away = new HashMap<>();
  private boolean failsAtCommit;

  /// Starts empty.
  public InMemorySessionStore() {}

  /// Lets the next transaction fail as a database does whose connection breaks at the commit.
  void failAtNextCommit() {
    failsAtCommit = true;
  }

  @Override
  public <R> R inTransaction(Function<SessionTransaction, R> work) {
    var sessionsBefore = new TreeMap<>(sessions);
    var gatewaysBefore = new HashMap<>(gateways);
    var endsBefore = new HashMap<>(accountEnds);
    var progressBefore = new HashMap<>(progress);
    try {
      R result = work.apply(new Transaction());
      commit();
      return result;
    } catch (RuntimeException e) {
      sessions = sessionsBefore;
      gateways = gatewaysBefore;
      progress = progressBefore;
      accountEnds = endsBefore;
      throw e;
    }
  }

  private void commit() {
    if (failsAtCommit) {
      failsAtCommit = false;
      throw new TemporaryFaultException("commit", new IllegalStateException("connection broken"));
    }
  }

  @Override
  public List<Session> endedWith(String gateway, SessionEnd end) {
    return sessions.values().stream()
        .filter(session -> session.gateway().equals(gateway) && session.endedBy(end))
        .toList();
  }

  @Override
  public Map<String, Integer> openByDoor() {
    return open().collect(Collectors.toMap(Session::door, _ -> 1, Integer::sum));
  }

  @Override
  public int purge(long endedBefore, int limit) {
    List<Session> old =
        sessions.values().stream()
            .filter(session -> session.end() != null && session.end().at() < endedBefore)
            .limit(limit)
            .toList();
    old.forEach(session -> sessions.remove(session.id()));
    return old.size();
  }

  private Stream<Session> open() {
    return sessions.values().stream().filter(Session::isOpen);
  }

  private final class Transaction implements SessionTransaction {

    @Override
    public Map<Integer, Progress> lockProgress(Collection<Integer> partitions) {
      Map<Integer, Progress> found = new HashMap<>(progress);
      found.keySet().retainAll(Set.copyOf(partitions));
      return found;
    }

    @Override
    public void saveProgress(Map<Integer, Progress> reached) {
      progress.putAll(reached);
    }

    @Override
    public Set<String> lockGateways(Collection<String> ids, long at, boolean ending) {
      ids.forEach(id -> gateways.putIfAbsent(id, ""));
      return ids.stream()
          .filter(id -> !gateways.getOrDefault(id, "").isEmpty())
          .collect(Collectors.toSet());
    }

    @Override
    public List<Session> lockSessions(Collection<String> ids, Collection<String> accounts) {
      return sessions.values().stream()
          .filter(s -> ids.contains(s.id()) || (s.isOpen() && accounts.contains(s.account())))
          .toList();
    }

    @Override
    public List<Session> latestOf(Collection<String> tokens) {
      return tokens.stream().flatMap(this::latestOf).toList();
    }

    private Stream<Session> latestOf(String token) {
      return sessions.values().stream()
          .filter(session -> token.equals(session.token()))
          .max(Comparator.comparing(Session::isOpen).thenComparingLong(Session::openedAt))
          .stream();
    }

    @Override
    public List<Session> replaced(Collection<String> accounts, Collection<Long> times) {
      return sessions.values().stream()
          .filter(session -> accounts.contains(session.account()))
          .filter(session -> times.stream().anyMatch(at -> isReplacedAt(session, at)))
          .toList();
    }

    @Override
    public List<AccountEnd> accountEnds(Collection<String> accounts) {
      return accountEnds.values().stream().filter(end -> accounts.contains(end.account())).toList();
    }

    @Override
    public void saveAccountEnds(Collection<AccountEnd> ends) {
      ends.forEach(end -> accountEnds.put(end.account(), end));
    }

    @Override
    public int countOnline(int limit) {
      return (int) open().map(Session::account).distinct().limit(limit).count();
    }

    @Override
    public Set<String> online(Collection<String> accounts) {
      return open()
          .map(Session::account)
          .filter(accounts::contains)
          .collect(Collectors.toCollection(HashSet::new));
    }

    @Override
    public void insert(Collection<Session> added) {
      added.forEach(session -> sessions.putIfAbsent(session.id(), session));
    }

    @Override
    public void end(Collection<Session> ended) {
      ended.forEach(session -> sessions.put(session.id(), session));
    }

    @Override
    public Map<String, Boolean> setAway(Collection<SetAway> aways) {
      aways.stream()
          .filter(each -> open().anyMatch(session -> session.id().equals(each.session())))
          .forEach(each -> away.put(each.session(), each.away()));
      Map<String, Boolean> changed = new TreeMap<>();
      open()
          .filter(session -> aways.stream().anyMatch(a -> a.account().equals(session.account())))
          .forEach(session ->
              changed.merge(
                  session.account(), away.getOrDefault(session.id(), false), Boolean::logicalAnd));
      return changed;
    }

    @Override
    public List<Session> end(GatewayEnding ending) {
      gateways.put(ending.gateway(), ending.reason());
      List<Session> lost = new ArrayList<>();
      open().filter(s -> s.gateway().equals(ending.gateway())).forEach(lost::add);
      lost.sort(Comparator.comparing(Session::id));
      List<Session> ended = lost.stream().map(s -> s.ended(ending.sessionEnd())).toList();
      end(ended);
      return ended;
    }
  }

  private static boolean isReplacedAt(Session session, long at) {
    return session.endedBy(new SessionEnd(at, SessionEnd.TAKEN_OVER))
        || session.endedBy(new SessionEnd(at, SessionEnd.RESUMED))
        || SessionEnd.ACCOUNT_CHANGES.stream()
            .anyMatch(reason -> session.endedBy(new SessionEnd(at, reason)));
  }
}
