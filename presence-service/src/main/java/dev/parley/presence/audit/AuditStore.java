package dev.parley.presence.audit;

import java.util.List;
import java.util.function.Consumer;

/// Where audit events are kept. All methods block; safe for use by many threads.
public interface AuditStore {

  /// Stores those events that are not stored yet.
  ///
  /// @param events any number, some perhaps known
  /// @param beforeCommit gets the new ones, in their order; if it throws, nothing is stored
  /// @return the new ones
  /// @throws dev.parley.contracts.consumer.TemporaryFaultException if the store is out of reach
  List<AuditedEvent> store(List<AuditedEvent> events, Consumer<List<AuditedEvent>> beforeCommit);

  /// Forgets old events.
  ///
  /// @param before epoch milliseconds
  /// @param limit most events to forget
  /// @return how many were forgotten
  int purge(long before, int limit);
}
