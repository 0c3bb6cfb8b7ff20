package dev.parley.routing.history.postgres;

import dev.parley.contracts.conversation.EntryKind;
import dev.parley.routing.history.HistoryStore.Unseen;
import dev.parley.routing.history.Mentions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// Counts what an account has not seen in all its conversations, with one statement.
final class UnseenCount {
  /// Looks at no more messages of a conversation than are counted. Withdrawn ones have no text.
  private static final String COUNT =
      """
      SELECT c.name, count(*), count(*) FILTER (WHERE unseen.text ~* ?)
      FROM member m
      JOIN conversation c ON c.id = m.conversation_id
      CROSS JOIN LATERAL (
        SELECT e.text FROM entry e
        WHERE e.conversation_id = m.conversation_id AND e.seq > greatest(m.read, m.joined_seq)
          AND e.kind = ? AND e.author <> m.account AND e.text <> ''
          AND NOT EXISTS (
            SELECT FROM block b WHERE b.blocker = m.account AND b.blocked = e.author)
        ORDER BY e.seq
        LIMIT ?) unseen
      WHERE m.account = ?
      GROUP BY c.name\
      """;

  private UnseenCount() {}

  static Map<String, Unseen> count(Connection connection, String account, int limit)
      throws SQLException {
    Map<String, Unseen> unseen = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      statement.setString(1, Mentions.patternForAbsent(account));
      statement.setInt(2, EntryKind.MESSAGE.number());
      statement.setInt(3, limit);
      statement.setString(4, account);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          unseen.put(row.getString(1), new Unseen(row.getInt(2), row.getInt(3)));
        }
      }
    }
    return unseen;
  }
}
