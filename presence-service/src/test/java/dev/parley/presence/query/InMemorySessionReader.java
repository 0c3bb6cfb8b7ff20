package dev.parley.presence.query;

import dev.parley.contracts.delivery.OnlineAccount;
import dev.parley.contracts.delivery.RecentAccount;
import dev.parley.presence.session.Session;
import dev.parley.presence.session.SessionEnd;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads sessions from a list.
final class InMemorySessionReader implements SessionReader {

  private final List<Session> sessions = new ArrayList<>();
  private int readings;

  void add(Session session) {
    sessions.add(session);
  }

  /// {@return how often it was read}
  int readings() {
    return readings;
  }

  @Override
  public List<OnlineAccount> open(int limit) {
    readings++;
    return open()
        .sorted(Comparator.comparing(Session::account).thenComparing(Session::openedAt))
        .map(s -> new OnlineAccount(s.account(), s.door(), s.openedAt(), false))
        .limit(limit)
        .toList();
  }

  @Override
  public List<RecentSessions> recent(long since, int limit) {
    readings++;
    return sessions.stream()
        .filter(session -> endOf(session) >= since)
        .collect(Collectors.groupingBy(Session::account, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(InMemorySessionReader::joined)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Sighting> sightings(Collection<String> accounts) {
    readings++;
    return sessions.stream()
        .filter(session -> accounts.contains(session.account()))
        .collect(Collectors.groupingBy(Session::account))
        .values()
        .stream()
        .map(InMemorySessionReader::sighting)
        .toList();
  }

  private static Sighting sighting(List<Session> ofOne) {
    RecentSessions joined = joined(ofOne);
    long open = ofOne.stream().filter(Session::isOpen).count();
    return new Sighting(joined.account().account(), open, 0, joined.lastEnded());
  }

  private Stream<Session> open() {
    return sessions.stream().filter(Session::isOpen);
  }

  private static RecentSessions joined(List<Session> ofOne) {
    long opened = ofOne.stream().mapToLong(Session::openedAt).max().orElseThrow();
    long ended = ofOne.stream().filter(s -> !s.isOpen()).mapToLong(s -> endOf(s)).max().orElse(0);
    boolean isOnline = ofOne.stream().anyMatch(Session::isOpen);
    return new RecentSessions(
        new RecentAccount(ofOne.getFirst().account(), opened, isOnline), ended);
  }

  private static long endOf(Session session) {
    SessionEnd end = session.end();
    return end == null ? Long.MAX_VALUE : end.at();
  }
}
