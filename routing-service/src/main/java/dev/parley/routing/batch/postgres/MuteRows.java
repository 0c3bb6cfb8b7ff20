package dev.parley.routing.batch.postgres;

import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.Mutes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads and writes who may not write in a group.
final class MuteRows {
  private static final String READ =
      "SELECT conversation_id, account, until FROM mute WHERE conversation_id = ANY (?)";

  private static final String MUTE =
      """
      INSERT INTO mute (conversation_id, account, until)
      SELECT conversation_id, account, nullif(until, 0)
      FROM unnest(?, ?, ?) AS muted (conversation_id, account, until)
      ON CONFLICT (conversation_id, account) DO UPDATE SET until = excluded.until\
      """;

  private static final String UNMUTE =
      """
      DELETE FROM mute m
      USING unnest(?, ?) AS gone (conversation_id, account)
      WHERE m.conversation_id = gone.conversation_id AND m.account = gone.account\
      """;

  private final Connection connection;

  /// What happens to a row; `until` is 0 for a mute that does not end by itself.
  private record Row(long conversation, String account, long until) {}

  MuteRows(Connection connection) {
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

  /// Writes what a batch changed; new conversations have got their number.
  void write(List<Draft> drafts) throws SQLException {
    List<Row> muted = new ArrayList<>();
    List<Row> gone = new ArrayList<>();
    for (Draft draft : drafts) {
      draft
          .mutes()
          .changes()
          .forEach((account, end) -> {
            if (end == null) {
              gone.add(new Row(draft.id(), account, 0));
            } else {
              muted.add(new Row(draft.id(), account, end == Mutes.NEVER ? 0 : end));
            }
          });
    }
    if (!gone.isEmpty()) {
      try (PreparedStatement statement = connection.prepareStatement(UNMUTE)) {
        bind(statement, gone);
        statement.executeUpdate();
      }
    }
    if (!muted.isEmpty()) {
      try (PreparedStatement statement = connection.prepareStatement(MUTE)) {
        bind(statement, muted).longs(muted, Row::until);
        statement.executeUpdate();
      }
    }
  }

  private static Parameters bind(PreparedStatement statement, List<Row> rows) throws SQLException {
    return new Parameters(statement).longs(rows, Row::conversation).texts(rows, Row::account);
  }
}
