package dev.parley.presence.postgres;

import dev.parley.presence.audit.AuditStore;
import dev.parley.presence.audit.AuditedEvent;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Audit events in the table `audit_event`, a set at a time.
@Singleton
final class JdbcAuditStore implements AuditStore {

  private static final String INSERT =
      """
      INSERT INTO audit_event (topic, partition, record_offset, item, at, service, action, account,
                               conversation, subject, seq, size, door, address)
      SELECT topic, partition, record_offset, item, to_timestamp(at / 1000.0::float8), service,
             action, account, conversation, subject, seq, size, door, address
      FROM unnest(?::smallint[], ?::int[], ?::bigint[], ?::int[], ?::bigint[], ?::text[],
                  ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::int[], ?::text[],
                  ?::text[])
        AS e (topic, partition, record_offset, item, at, service,
              action, account, conversation, subject, seq, size, door, address)
      ON CONFLICT DO NOTHING
      """;

  /// Which of the rows this very transaction has inserted.
  private static final String INSERTED =
      """
      SELECT k.ordinality::int AS position
      FROM unnest(?::smallint[], ?::int[], ?::bigint[], ?::int[]) WITH ORDINALITY
        AS k (topic, partition, record_offset, item)
      JOIN audit_event e USING (topic, partition, record_offset, item)
      WHERE e.xmin = pg_current_xact_id()::xid
      ORDER BY k.ordinality
      """;

  private static final String PURGE =
      """
      DELETE FROM audit_event WHERE ctid = ANY (ARRAY (
        SELECT ctid FROM audit_event WHERE at < to_timestamp(? / 1000.0::float8) LIMIT ?))
      """;

  private final JdbcTransactions transactions;
  private final AuditTopics topics;

  JdbcAuditStore(JdbcTransactions transactions, AuditTopics topics) {
    this.transactions = transactions;
    this.topics = topics;
  }

  @Override
  public List<AuditedEvent> store(
      List<AuditedEvent> events, Consumer<List<AuditedEvent>> beforeCommit) {
    AuditColumns columns = AuditColumns.of(events, topics);
    return transactions.call(statements -> {
      int inserted = statements.update(INSERT, columns.all());
      List<AuditedEvent> added =
          inserted == events.size() ? events : added(statements, columns, events);
      if (!added.isEmpty()) {
        beforeCommit.accept(added);
      }
      return added;
    });
  }

  private static List<AuditedEvent> added(
      Statements statements, AuditColumns columns, List<AuditedEvent> events) {
    Map<AuditedEvent.Key, AuditedEvent> added = new LinkedHashMap<>();
    statements.query(INSERTED, row -> row.getInt("position"), columns.key()).stream()
        .map(position -> events.get(position - 1))
        .forEach(event -> added.putIfAbsent(event.key(), event));
    return List.copyOf(added.values());
  }

  @Override
  public int purge(long before, int limit) {
    return transactions.call(statements -> statements.update(PURGE, before, limit));
  }
}
