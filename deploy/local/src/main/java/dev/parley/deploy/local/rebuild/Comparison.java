package dev.parley.deploy.local.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Holds the tables in use against those that were made anew.
///
/// A row counts by what it says: the number of a conversation, which is given out in the order in
/// which partitions happen to be read, is replaced by the conversation's name.
final class Comparison {

  /// Where the index stands follows from when somebody looked, not from the log alone.
  private static final Set<String> BOOKKEEPING = Set.of("search_progress", "partition_progress");

  private static final String COLUMNS =
      """
      SELECT array(
        SELECT a.attname::text FROM pg_attribute a
        WHERE a.attrelid = to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attnum)\
      """;

  private final Connection connection;
  private final String old;
  private final String fresh;

  /// What a table is like in both.
  ///
  /// @param table its name
  /// @param oldRows rows of the table in use
  /// @param freshRows rows of the one made anew
  /// @param same whether all rows say the same
  record Finding(String table, long oldRows, long freshRows, boolean same) {}

  private record Digest(long rows, String sum) {}

  /// Prepares.
  ///
  /// @param connection of a superuser
  /// @param old schema in use
  /// @param fresh schema made anew
  Comparison(Connection connection, String old, String fresh) {
    this.connection = connection;
    this.old = old;
    this.fresh = fresh;
  }

  /// {@return one finding for each table that both have}
  ///
  /// @param tables their names
  List<Finding> compare(List<String> tables) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    for (String table : tables) {
      if (!BOOKKEEPING.contains(table)) {
        Digest before = digest(old, table);
        Digest after = digest(fresh, table);
        findings.add(new Finding(table, before.rows, after.rows, before.equals(after)));
      }
    }
    return findings;
  }

  /// {@return number of entries that are in use and were not made again}
  long lostEntries() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(lost())) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private String lost() {
    return """
    SELECT count(*) FROM %1$s.entry e JOIN %1$s.conversation c ON c.id = e.conversation_id
    WHERE NOT EXISTS (
      SELECT FROM %2$s.entry again JOIN %2$s.conversation d ON d.id = again.conversation_id
      WHERE d.name = c.name AND again.seq = e.seq AND again.author = e.author
        AND again.client_message_id = e.client_message_id)\
    """
        .formatted(old, fresh);
  }

  /// The sum does not depend on the order of the rows, which is that of the disk.
  private Digest digest(String schema, String table) throws SQLException {
    List<String> columns = columns(schema, table);
    boolean numbered = columns.remove("conversation_id");
    if ("conversation".equals(table)) {
      columns.remove("id");
    }
    String row =
        (numbered ? "c.name, " : "")
            + String.join(", ", columns.stream().map(each -> "t.\"" + each + "\"").toList());
    String from =
        schema
            + "."
            + table
            + " t"
            + (numbered
                ? " LEFT JOIN " + schema + ".conversation c ON c.id = t.conversation_id"
                : "");
    String sql =
        "SELECT count(*), coalesce(sum(('x' || left(md5(ROW("
            + row
            + ")::text), 15))::bit(60)::bigint::numeric), 0)::text FROM "
            + from;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return new Digest(rows.getLong(1), rows.getString(2));
    }
  }

  private List<String> columns(String schema, String table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, schema + "." + table);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return new ArrayList<>(Arrays.asList((String[]) rows.getArray(1).getArray()));
      }
    }
  }
}
