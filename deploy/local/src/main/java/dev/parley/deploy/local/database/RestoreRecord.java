package dev.parley.deploy.local.database;

import dev.parley.deploy.local.archive.Header;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// Which backup a database came from. From then on the log does not begin with the first message,
/// so nothing can be made again from it alone.
public final class RestoreRecord {

  private static final String TABLE = Schemas.OPERATOR + ".restore";

  private RestoreRecord() {}

  static void makeTable(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + Schemas.OPERATOR);
      statement.execute(
          "CREATE TABLE IF NOT EXISTS "
              + TABLE
              + " (restored_at timestamptz PRIMARY KEY, backup_of timestamptz NOT NULL)");
    }
  }

  static void add(Connection connection, Header header) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (now(), ?::timestamptz)")) {
      statement.setString(1, header.createdAt());
      statement.execute();
    }
  }

  /// {@return when the database was last restored, ISO 8601; empty if it never was}
  ///
  /// @param connection of a superuser
  /// @throws SQLException if the database fails
  public static Optional<String> last(Connection connection) throws SQLException {
    if (!new Catalog(connection).exists(Schemas.OPERATOR, "restore")) {
      return Optional.empty();
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT to_char(max(restored_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM "
                    + TABLE)) {
      rows.next();
      return Optional.ofNullable(rows.getString(1));
    }
  }
}
