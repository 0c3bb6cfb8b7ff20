package dev.parley.presence.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps audit events: rows in the store, lines in the file. Blocks; for one thread.
@Singleton
public final class AuditTrail {

  /// Events of one transaction: large enough for speed, small enough to end well within the
  /// database's 5 s.
  private static final int MAX_EVENTS = 5_000;

  private final AuditStore store;
  private final AuditFile file;
  private final MeterRegistry meters;
  private final Map<String, Counter> counters = new HashMap<>();

  AuditTrail(AuditStore store, AuditFile file, MeterRegistry meters) {
    this.store = store;
    this.file = file;
    this.meters = meters;
  }

  /// Keeps the events that are not kept yet.
  ///
  /// @param events in the order of the log
  /// @throws dev.parley.contracts.consumer.TemporaryFaultException if the store or the disk does
  ///   not take them; those before may have been kept
  public void keep(List<AuditedEvent> events) {
    for (int from = 0; from < events.size(); from += MAX_EVENTS) {
      List<AuditedEvent> part = events.subList(from, Math.min(events.size(), from + MAX_EVENTS));
      store.store(part, file::append).forEach(this::count);
    }
  }

  private void count(AuditedEvent event) {
    counters
        .computeIfAbsent(
            event.actionName(), action -> meters.counter("parley.audit.events", "action", action))
        .increment();
  }
}
