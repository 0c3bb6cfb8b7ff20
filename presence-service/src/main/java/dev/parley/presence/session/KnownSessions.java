package dev.parley.presence.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sessions that a batch concerns, as read from the store, with what the batch has changed so
/// far. For one thread.
final class KnownSessions {

  private static final Comparator<Session> OLDEST_FIRST =
      Comparator.comparingLong(Session::openedAt).thenComparing(Session::id);

  private final Map<String, Session> byId = new HashMap<>();
  private final Map<String, List<Session>> openByAccount = new HashMap<>();
  private final Map<String, Session> added = new LinkedHashMap<>();
  private final Map<String, Session> ended = new LinkedHashMap<>();

  KnownSessions(Collection<Session> stored) {
    stored.stream().sorted(OLDEST_FIRST).forEach(this::keep);
  }

  @Nullable Session byId(String id) {
    return byId.get(id);
  }

  /// {@return the account's open sessions, oldest first}
  List<Session> openOf(String account) {
    return List.copyOf(openByAccount.getOrDefault(account, List.of()));
  }

  /// {@return the account's latest session of a token, or `null` if there is none}
  @Nullable Session latestOf(String account, String token) {
    return byId.values().stream()
        .filter(session -> session.account().equals(account) && token.equals(session.token()))
        .max(Comparator.comparing(Session::isOpen).thenComparing(OLDEST_FIRST))
        .orElse(null);
  }

  /// {@return the account's sessions that ended in that way, oldest first}
  List<Session> endedOf(String account, SessionEnd end) {
    return byId.values().stream()
        .filter(session -> session.account().equals(account) && session.endedBy(end))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  void add(Session session) {
    keep(session);
    added.put(session.id(), session);
  }

  /// Replaces an open session by the same, ended.
  void end(Session session) {
    byId.put(session.id(), session);
    openByAccount
        .getOrDefault(session.account(), new ArrayList<>())
        .removeIf(open -> open.id().equals(session.id()));
    if (added.replace(session.id(), session) == null) {
      ended.put(session.id(), session);
    }
  }

  /// {@return sessions that the store does not have; some may have ended already}
  Collection<Session> added() {
    return added.values();
  }

  /// {@return sessions that are open in the store and have ended}
  Collection<Session> ended() {
    return ended.values();
  }

  private void keep(Session session) {
    byId.put(session.id(), session);
    if (session.isOpen()) {
      openByAccount.computeIfAbsent(session.account(), _ -> new ArrayList<>()).add(session);
    }
  }
}
