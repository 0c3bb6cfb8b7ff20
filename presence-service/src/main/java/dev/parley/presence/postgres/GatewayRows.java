package dev.parley.presence.postgres;

import dev.parley.presence.session.Change.GatewayEnding;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Rows of `gateway`: which have been seen, and which have ended.
final class GatewayRows {
  private static final String LOCK =
      "SELECT id, expired_at IS NOT NULL AS ended FROM gateway WHERE id = ANY (?::text[])"
          + " ORDER BY id FOR ";

  private static final String ADD =
      """
      INSERT INTO gateway (id, last_seen)
      SELECT id, to_timestamp(? / 1000.0) FROM unnest(?::text[]) AS g (id)
      ORDER BY id
      ON CONFLICT (id) DO NOTHING
      """;

  private static final String END =
      """
      UPDATE gateway SET expired_at = to_timestamp(? / 1000.0), reason = ?,
        cause_partition = ?, cause_offset = ?
      WHERE id = ? AND expired_at IS NULL
      """;

  private record GatewayRow(String id, boolean ended) {}

  private final Statements statements;

  GatewayRows(Statements statements) {
    this.statements = statements;
  }

  Set<String> lock(Collection<String> gateways, long at, boolean ending) {
    List<GatewayRow> rows = lockKnown(gateways, ending);
    if (rows.size() < gateways.size()) {
      Set<String> missing = new HashSet<>(gateways);
      rows.forEach(row -> missing.remove(row.id()));
      statements.update(ADD, at, Columns.text(missing));
      rows = lockKnown(gateways, ending);
    }
    return rows.stream().filter(GatewayRow::ended).map(GatewayRow::id).collect(Collectors.toSet());
  }

  private List<GatewayRow> lockKnown(Collection<String> gateways, boolean ending) {
    return statements.query(
        LOCK + (ending ? "UPDATE" : "SHARE"),
        row -> new GatewayRow(row.getString("id"), row.getBoolean("ended")),
        (Object) Columns.text(gateways));
  }

  void end(GatewayEnding ending) {
    statements.update(
        END,
        ending.cause().at(),
        ending.reason(),
        ending.cause().partition(),
        ending.cause().offset(),
        ending.gateway());
  }
}
