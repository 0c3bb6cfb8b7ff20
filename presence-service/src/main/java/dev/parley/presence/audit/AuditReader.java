package dev.parley.presence.audit;

import dev.parley.contracts.delivery.AuditRow;
import java.util.List;

/// Reads the audit trail. Blocks for a few seconds at most; safe for use by many threads.
public interface AuditReader {

  /// An event, and where it stands.
  ///
  /// @param position where it stands
  /// @param row what administrators see of it
  record Placed(AuditPosition position, AuditRow row) {}

  /// {@return events, latest first}
  ///
  /// @param filter which
  /// @param limit most events
  /// @throws dev.parley.contracts.consumer.TemporaryFaultException if the store is out of reach, or
  ///   looking takes too long
  List<Placed> read(AuditFilter filter, int limit);
}
