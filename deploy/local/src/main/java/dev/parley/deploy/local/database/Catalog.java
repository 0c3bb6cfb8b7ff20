package dev.parley.deploy.local.database;

import dev.parley.deploy.local.archive.Migration;
import dev.parley.deploy.local.archive.Sequence;
import dev.parley.deploy.local.archive.Table;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a database holds, as PostgreSQL's catalog tells.
public final class Catalog {

  /// Generated columns cannot be copied in, and need not be.
  private static final String TABLES =
      """
      SELECT n.nspname, c.relname,
        array(
          SELECT a.attname::text FROM pg_attribute a
          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
          ORDER BY a.attnum)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname = ANY (?) AND c.relname <> ?
      ORDER BY 1, 2\
      """;

  private static final String SEQUENCES =
      """
      SELECT schemaname, sequencename, last_value FROM pg_sequences
      WHERE schemaname = ANY (?) AND last_value IS NOT NULL
      ORDER BY 1, 2\
      """;

  private final Connection connection;

  /// Looks through a connection; the snapshot is that of its transaction.
  ///
  /// @param connection of a superuser
  public Catalog(Connection connection) {
    this.connection = connection;
  }

  /// {@return all tables but Flyway's, with 0 rows each}
  ///
  /// @throws SQLException if the catalog cannot be read
  public List<Table> tables() throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
      statement.setArray(1, schemas());
      statement.setString(2, Schemas.HISTORY);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          List<String> columns = Arrays.asList((String[]) rows.getArray(3).getArray());
          tables.add(new Table(rows.getString(1), rows.getString(2), columns, 0));
        }
      }
    }
    return tables;
  }

  /// {@return the sequences that have given a value}
  ///
  /// @throws SQLException if the catalog cannot be read
  public List<Sequence> sequences() throws SQLException {
    List<Sequence> sequences = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(SEQUENCES)) {
      statement.setArray(1, schemas());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sequences.add(new Sequence(rows.getString(1), rows.getString(2), rows.getLong(3)));
        }
      }
    }
    return sequences;
  }

  /// {@return the migrations of every service's schema, in the order in which they ran; none of a
  /// schema that was never migrated}
  ///
  /// @throws SQLException if the histories cannot be read
  public List<Migration> migrations() throws SQLException {
    List<Migration> migrations = new ArrayList<>();
    for (String schema : Schemas.ofServices()) {
      if (exists(schema, Schemas.HISTORY)) {
        migrations.addAll(migrations(schema));
      }
    }
    return migrations;
  }

  private List<Migration> migrations(String schema) throws SQLException {
    String sql =
        "SELECT version, script, checksum FROM "
            + Schemas.quoted(schema, Schemas.HISTORY)
            + " WHERE success AND version IS NOT NULL ORDER BY installed_rank";
    List<Migration> migrations = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        int checksum = rows.getInt(3);
        @Nullable Integer known = rows.wasNull() ? null : checksum;
        // Depending on who starts Flyway, the file's name has its folder in front of it.
        String file = rows.getString(2).replaceFirst(".*/", "");
        migrations.add(new Migration(schema, rows.getString(1), file, known));
      }
    }
    return migrations;
  }

  /// {@return whether there is a table}
  ///
  /// @param schema its schema
  /// @param table its name
  /// @throws SQLException if the catalog cannot be read
  public boolean exists(String schema, String table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT to_regclass(?)")) {
      statement.setString(1, Schemas.quoted(schema, table));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1) != null;
      }
    }
  }

  private Array schemas() throws SQLException {
    return connection.createArrayOf("text", Schemas.all().toArray());
  }
}
