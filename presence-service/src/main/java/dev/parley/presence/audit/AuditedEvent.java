package dev.parley.presence.audit;

import dev.parley.contracts.audit.AuditEvent;

/// An event and where its cause lies; topic, partition, offset and item identify it.
///
/// @param service name of the service that told
/// @param topic topic of the causing record
/// @param partition partition of the causing record
/// @param event what was done
public record AuditedEvent(String service, String topic, int partition, AuditEvent event) {

  /// What identifies an event.
  ///
  /// @param topic topic of the causing record
  /// @param partition its partition
  /// @param offset its offset
  /// @param item which of its effects this is
  public record Key(String topic, int partition, long offset, int item) {}

  /// {@return what identifies it}
  public Key key() {
    return new Key(topic, partition, event.offset(), event.item());
  }

  /// {@return the action as the trail shows it, such as `login_failed`}
  public String actionName() {
    return event.action().wireName();
  }
}
