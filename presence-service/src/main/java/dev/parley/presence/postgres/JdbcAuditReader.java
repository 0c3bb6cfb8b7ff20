package dev.parley.presence.postgres;

import dev.parley.contracts.delivery.AuditRow;
import dev.parley.presence.audit.AuditFilter;
import dev.parley.presence.audit.AuditPosition;
import dev.parley.presence.audit.AuditReader;
import dev.parley.presence.audit.AuditReader.Placed;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads the table `audit_event`, five seconds at most.
@Singleton
final class JdbcAuditReader implements AuditReader {

  private static final String LIMIT_TIME = "SET LOCAL statement_timeout = '5s'";

  private static final String SELECT =
      """
      SELECT (extract(epoch FROM at) * 1000)::bigint AS millis, topic, partition, record_offset,
             item, action, account, conversation, subject, seq, door, address
      FROM audit_event WHERE true\
      """;

  private static final String ORDER =
      """
       ORDER BY at DESC, topic DESC, partition DESC, record_offset DESC, item DESC
      LIMIT ?\
      """;

  private static final String TIME = "to_timestamp(?::bigint / 1000.0::float8)";

  private final JdbcTransactions transactions;

  JdbcAuditReader(JdbcTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<Placed> read(AuditFilter filter, int limit) {
    StringBuilder sql = new StringBuilder(SELECT);
    List<Object> values = new ArrayList<>();
    add(sql, values, " AND (account = ? OR subject = ?)", filter.about(), filter.about());
    add(sql, values, " AND action = ?", filter.action());
    add(sql, values, " AND at >= " + TIME, filter.from());
    add(sql, values, " AND at < " + TIME, filter.to());
    AuditPosition before = filter.before();
    if (before != null) {
      add(
          sql,
          values,
          " AND (at, topic, partition, record_offset, item) < (" + TIME + ", ?, ?, ?, ?)",
          before.at(),
          before.topic(),
          before.partition(),
          before.offset(),
          before.item());
    }
    sql.append(ORDER);
    values.add(limit);
    return transactions.call(statements -> {
      statements.update(LIMIT_TIME);
      return statements.query(sql.toString(), JdbcAuditReader::placed, values.toArray());
    });
  }

  private static void add(
      StringBuilder sql, List<Object> values, String condition, @Nullable Object... filters) {
    for (Object filter : filters) {
      if (filter == null) {
        return;
      }
    }
    sql.append(condition);
    for (Object filter : filters) {
      values.add(Objects.requireNonNull(filter));
    }
  }

  private static Placed placed(ResultSet row) throws SQLException {
    long seq = row.getLong("seq");
    Long known = row.wasNull() ? null : Long.valueOf(seq);
    long at = row.getLong("millis");
    return new Placed(
        new AuditPosition(
            at,
            row.getInt("topic"),
            row.getInt("partition"),
            row.getLong("record_offset"),
            row.getInt("item")),
        new AuditRow(
            at,
            row.getString("action"),
            row.getString("account"),
            row.getString("conversation"),
            row.getString("subject"),
            known,
            row.getString("door"),
            row.getString("address")));
  }
}
