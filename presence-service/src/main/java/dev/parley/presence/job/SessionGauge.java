package dev.parley.presence.job;

import dev.parley.presence.session.SessionStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/// Shows `parley_presence_sessions{door}`: all open sessions, whichever instance opened them, as of
/// the last refresh.
@Singleton
final class SessionGauge {

  private static final List<String> DOORS = List.of("tcp", "tls", "ws", "ssh");

  private final SessionStore store;
  private volatile Map<String, Integer> counts = Map.of();

  SessionGauge(SessionStore store, MeterRegistry meters) {
    this.store = store;
    for (String door : DOORS) {
      meters.gauge(
          "parley.presence.sessions",
          Tags.of("door", door),
          this,
          gauge -> gauge.counts.getOrDefault(door, 0));
    }
  }

  void refresh() {
    counts = store.openByDoor();
  }
}
