package dev.parley.routing.batch.postgres;

import dev.parley.routing.conversation.Mutes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Reads who may not write in a group.
final class MuteReads {
  private static final String READ =
      "SELECT conversation_id, account, until FROM mute WHERE conversation_id = ANY (?)";

  private final Connection connection;

  MuteReads(Connection connection) {
    this.connection = connection;
  }

  /// {@return by number of the conversation and handle the end of each mute}
  Map<Long, Map<String, Long>> read(Collection<Long> conversations) throws SQLException {
    Map<Long, Map<String, Long>> mutes = new HashMap<>();
    if (conversations.isEmpty()) {
      return mutes;
    }
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      new Parameters(statement).longs(conversations, id -> id);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String account = row.getString(2);
          long until = row.getLong(3);
          long end = row.wasNull() ? Mutes.NEVER : until;
          mutes.computeIfAbsent(row.getLong(1), _ -> new HashMap<>()).put(account, end);
        }
      }
    }
    return mutes;
  }
}
