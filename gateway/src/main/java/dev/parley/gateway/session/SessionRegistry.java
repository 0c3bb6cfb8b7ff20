package dev.parley.gateway.session;

import dev.parley.gateway.door.Event;
import dev.parley.gateway.exchange.LoopTurns;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The sessions of this gateway. Safe for use by many threads.
public final class SessionRegistry {
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  /// Starts without sessions.
  public SessionRegistry() {}

  void add(Session session) {
    sessions.put(session.id(), session);
  }

  /// {@return whether it was there}
  boolean remove(Session session) {
    return sessions.remove(session.id(), session);
  }

  /// {@return the session of an id, or `null` if this gateway has none}
  ///
  /// @param id id of a session
  public @Nullable Session find(String id) {
    return sessions.get(id);
  }

  /// {@return all sessions, as they are now}
  public Collection<Session> all() {
    return sessions.values();
  }

  /// {@return number of sessions of a door}
  ///
  /// @param door the door's name
  public long count(String door) {
    return sessions.values().stream()
        .filter(s -> s.connection().origin().door().equals(door))
        .count();
  }

  /// Tells every session but those of one account.
  ///
  /// @param event what happened
  /// @param except handle of the account concerned
  /// @param turns where the tellings are put
  public void tellAllBut(Event event, String except, LoopTurns turns) {
    for (Session session : sessions.values()) {
      if (!session.account().equals(except)) {
        turns.add(session.connection().loop(), () -> session.connection().tell(event));
      }
    }
  }
}
