package dev.parley.routing.delivery;

import dev.parley.contracts.delivery.GatewayRecord;
import dev.parley.contracts.trace.TracedEntry;
import java.util.List;

/// A record and the gateway it goes to.
///
/// @param gateway id of the gateway
/// @param record what it is told
/// @param traced entries of the record that are followed by a trace; mostly none
public record Outgoing(String gateway, GatewayRecord record, List<TracedEntry> traced) {

  /// A record that nobody follows.
  ///
  /// @param gateway id of the gateway
  /// @param record what it is told
  public Outgoing(String gateway, GatewayRecord record) {
    this(gateway, record, List.of());
  }
}
