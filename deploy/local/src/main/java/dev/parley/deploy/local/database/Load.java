package dev.parley.deploy.local.database;

import dev.parley.deploy.local.archive.Manifest;
import dev.parley.deploy.local.archive.Sequence;
import dev.parley.deploy.local.archive.Table;
import dev.parley.deploy.local.console.TroubleException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// Fills the tables of a database from an archive, in one transaction.
public final class Load implements AutoCloseable {

  private final Connection connection;
  private final CopyManager copies;
  private final Map<String, Table> byEntry = new HashMap<>();

  /// Empties the tables, in a transaction that [#commit] ends.
  ///
  /// @param address a database whose tables were made
  /// @param manifest of the archive
  /// @throws SQLException if the database fails
  public Load(DatabaseAddress address, Manifest manifest) throws SQLException {
    connection = address.connect();
    try {
      connection.setAutoCommit(false);
      copies = connection.unwrap(PGConnection.class).getCopyAPI();
      execute("SET TIME ZONE 'UTC'");
      execute("SET DATESTYLE = 'ISO'");
      // Rows come table by table, whatever refers to what.
      execute("SET LOCAL session_replication_role = replica");
      RestoreRecord.makeTable(connection);
      for (Table table : manifest.tables()) {
        byEntry.put(table.entry(), table);
        // A migration may have put rows there, such as the lobby.
        execute("DELETE FROM " + Schemas.quoted(table.schema(), table.name()));
      }
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /// Takes the rows of one entry.
  ///
  /// @param entry its name
  /// @param in the rows
  /// @throws IOException if they cannot be read
  public void take(String entry, InputStream in) throws IOException {
    Table table = byEntry.get(entry);
    if (table == null) {
      throw new TroubleException(
          "the archive holds rows of a table that it does not list", "take another backup");
    }
    try {
      long rows = copies.copyIn("COPY " + Dump.target(table) + " FROM STDIN", in);
      if (rows != table.rows()) {
        throw new TroubleException(
            "table %s came out with %d rows, the backup lists %d"
                .formatted(table.name(), rows, table.rows()),
            "take another backup");
      }
    } catch (SQLException e) {
      throw new TroubleException(
          "the rows of table " + table.name() + " do not fit: " + e.getMessage(),
          "use the Parley that wrote the backup, or a newer one");
    }
  }

  /// Sets the sequences, turns the state towards a new log, and commits.
  ///
  /// @param manifest of the archive, which has been read to its end
  /// @throws SQLException if the database fails; nothing is stored then
  public void commit(Manifest manifest) throws SQLException {
    for (Sequence sequence : manifest.sequences()) {
      set(sequence);
    }
    NewLog.begin(connection, manifest.header());
    RestoreRecord.add(connection, manifest.header());
    connection.commit();
    connection.setAutoCommit(true);
    // Plans made without figures are slow ones; the first minute would show it.
    execute("ANALYZE");
  }

  private void set(Sequence sequence) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT setval(?::regclass, ?)")) {
      statement.setString(1, Schemas.quoted(sequence.schema(), sequence.name()));
      statement.setLong(2, sequence.lastValue());
      statement.execute();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
