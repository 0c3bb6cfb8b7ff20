package dev.parley.deploy.local.database;

import dev.parley.deploy.local.archive.ArchiveWriter;
import dev.parley.deploy.local.archive.Migration;
import dev.parley.deploy.local.archive.Sequence;
import dev.parley.deploy.local.archive.Table;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// All tables at one moment: one transaction that sees what was committed when it began, and keeps
/// nobody from writing meanwhile.
public final class Dump implements AutoCloseable {

  private final Connection connection;
  private final List<Table> tables;
  private final List<Sequence> sequences;
  private final List<Migration> migrations;

  /// Takes the snapshot.
  ///
  /// @param address the database
  /// @throws SQLException if it cannot be read
  public Dump(DatabaseAddress address) throws SQLException {
    connection = address.connect();
    try {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      // Times as text must not depend on where this program runs.
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET TIME ZONE 'UTC'");
        statement.execute("SET DATESTYLE = 'ISO'");
        statement.execute("SET extra_float_digits = 1");
      }
      var catalog = new Catalog(connection);
      tables = catalog.tables();
      sequences = catalog.sequences();
      migrations = catalog.migrations();
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /// {@return the migrations that the schemas have}
  public List<Migration> migrations() {
    return migrations;
  }

  /// {@return how far the sequences were; a value above the snapshot's does no harm}
  public List<Sequence> sequences() {
    return sequences;
  }

  /// {@return ids of the files that messages have}
  ///
  /// @throws SQLException if the database fails
  public Set<String> files() throws SQLException {
    boolean known =
        tables.stream()
            .anyMatch(table ->
                table.schema().equals("routing")
                    && table.name().equals("entry")
                    && table.columns().contains("attachment"));
    return known ? MessageFiles.read(connection) : Set.of();
  }

  /// Writes all tables.
  ///
  /// @param archive where to
  /// @return the tables with their rows counted
  /// @throws SQLException if the database fails
  /// @throws IOException if the archive cannot be written
  public List<Table> writeTo(ArchiveWriter archive) throws SQLException, IOException {
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    List<Table> written = new ArrayList<>();
    for (Table table : tables) {
      long rows = archive.add(table.entry(), out -> copy(copies, table, out));
      written.add(new Table(table.schema(), table.name(), table.columns(), rows));
    }
    return written;
  }

  private static long copy(CopyManager copies, Table table, java.io.OutputStream out)
      throws IOException {
    try {
      return copies.copyOut("COPY " + target(table) + " TO STDOUT", out);
    } catch (SQLException e) {
      throw new IOException("table " + table.name() + " cannot be read: " + e.getMessage(), e);
    }
  }

  static String target(Table table) {
    return Schemas.quoted(table.schema(), table.name())
        + " ("
        + String.join(", ", table.columns().stream().map(Schemas::quoted).toList())
        + ")";
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
