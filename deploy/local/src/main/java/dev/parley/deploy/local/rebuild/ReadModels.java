package dev.parley.deploy.local.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tables of routing-service, twice: those in use, and those that are made anew beside them.
final class ReadModels {

  /// Schema of the tables in use.
  static final String IN_USE = "routing";

  /// Schema of those that are made anew; it is there only while they are.
  static final String FRESH = "routing_rebuild";

  private static final String TABLES =
      """
      SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname = ? ORDER BY 1\
      """;

  private final Connection connection;

  ReadModels(Connection connection) {
    this.connection = connection;
  }

  /// Makes an empty schema for the new tables; what an earlier try left is dropped.
  void begin() throws SQLException {
    execute("DROP SCHEMA IF EXISTS " + FRESH + " CASCADE");
    execute("CREATE SCHEMA " + FRESH + " AUTHORIZATION " + IN_USE);
  }

  /// Drops the new tables.
  void cancel() throws SQLException {
    connection.setAutoCommit(true);
    execute("DROP SCHEMA IF EXISTS " + FRESH + " CASCADE");
  }

  /// {@return offset after the last record that the tables in use know, by partition}
  Map<Integer, Long> fences() throws SQLException {
    Map<Integer, Long> fences = new HashMap<>();
    if (!tables(IN_USE).contains("partition_progress")) {
      return fences;
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT partition, next_offset FROM " + IN_USE + ".partition_progress")) {
      while (rows.next()) {
        fences.put(rows.getInt(1), rows.getLong(2));
      }
    }
    return fences;
  }

  /// {@return names of the tables of a schema}
  List<String> tables(String schema) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
      statement.setString(1, schema);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
    }
    return tables;
  }

  /// Puts the new tables in the place of those in use, in one transaction. The extensions of the
  /// schema stay where they are, so it is the tables that move and not the schema.
  void exchange() throws SQLException {
    List<String> old = tables(IN_USE);
    List<String> fresh = tables(FRESH);
    connection.setAutoCommit(false);
    if (old.contains("partition_progress")) {
      // Trailing records that changed nothing moved the fence as far as their batch went.
      takeFences();
    }
    if (!old.isEmpty()) {
      // All at once: they refer to each other, and to nothing else.
      execute(
          "DROP TABLE "
              + String.join(", ", old.stream().map(each -> IN_USE + ".\"" + each + "\"").toList()));
    }
    for (String table : fresh) {
      execute("ALTER TABLE " + FRESH + ".\"" + table + "\" SET SCHEMA " + IN_USE);
    }
    execute("DROP SCHEMA " + FRESH);
    connection.commit();
    connection.setAutoCommit(true);
    execute("ANALYZE");
  }

  private void takeFences() throws SQLException {
    execute(
        """
        INSERT INTO %2$s.partition_progress (partition, next_offset)
        SELECT partition, next_offset FROM %1$s.partition_progress
        ON CONFLICT (partition) DO UPDATE SET next_offset = excluded.next_offset\
        """
            .formatted(IN_USE, FRESH));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
