package dev.parley.presence.postgres;

import dev.parley.contracts.audit.AuditEvent;
import dev.parley.presence.audit.AuditedEvent;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Audit events as the arrays of the columns of `audit_event`.
///
/// @param key topic, partition, record_offset, item
/// @param rest at, service, action, account, conversation, subject, seq, size, door, address
@SuppressWarnings("ArrayRecordComponent") // bound to one statement, never compared
record AuditColumns(Object[] key, Object[] rest) {

  static AuditColumns of(List<AuditedEvent> events, AuditTopics topics) {
    int count = events.size();
    short[] topic = new short[count];
    int[] partition = new int[count];
    int[] item = new int[count];
    @Nullable Integer[] size = new Integer[count];
    for (int i = 0; i < count; i++) {
      AuditedEvent audited = events.get(i);
      topic[i] = topics.numberOf(audited.topic());
      partition[i] = audited.partition();
      item[i] = audited.event().item();
      size[i] = audited.event().size();
    }
    return new AuditColumns(
        new Object[] {
          topic, partition, Columns.longs(events, audited -> audited.event().offset()), item
        },
        new Object[] {
          Columns.longs(events, audited -> audited.event().at()),
          Columns.text(events, AuditedEvent::service),
          Columns.text(events, AuditedEvent::actionName),
          text(events, AuditEvent::account),
          text(events, AuditEvent::conversation),
          text(events, AuditEvent::subject),
          Columns.nullableLongs(events, audited -> audited.event().seq()),
          size,
          text(events, AuditEvent::door),
          text(events, AuditEvent::address)
        });
  }

  Object[] all() {
    Object[] all = new Object[key.length + rest.length];
    System.arraycopy(key, 0, all, 0, key.length);
    System.arraycopy(rest, 0, all, key.length, rest.length);
    return all;
  }

  private static @Nullable String[] text(
      List<AuditedEvent> events, Function<AuditEvent, @Nullable String> column) {
    return Columns.text(events, audited -> column.apply(audited.event()));
  }
}
