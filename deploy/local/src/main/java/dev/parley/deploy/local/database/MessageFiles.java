package dev.parley.deploy.local.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/// The files that messages have, by the database of routing-service.
public final class MessageFiles {

  /// An attachment is one text: FILE SIZE SHA256 TYPE NAME.
  private static final String IDS =
      "SELECT split_part(attachment, ' ', 1) FROM routing.entry WHERE attachment IS NOT NULL";

  private static final int FETCH = 1_000;

  private MessageFiles() {}

  /// {@return ids of the files that messages have now}
  ///
  /// @param address the database
  /// @throws SQLException if it fails
  public static Set<String> now(DatabaseAddress address) throws SQLException {
    try (Connection connection = address.connect()) {
      return read(connection);
    }
  }

  static Set<String> read(Connection connection) throws SQLException {
    Set<String> ids = new HashSet<>();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH);
      try (ResultSet row = statement.executeQuery(IDS)) {
        while (row.next()) {
          ids.add(row.getString(1));
        }
      }
    }
    return ids;
  }
}
