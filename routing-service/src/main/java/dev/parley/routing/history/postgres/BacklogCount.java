package dev.parley.routing.history.postgres;

import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.query.Range;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/// Counts what waits for an account in many conversations, with one statement.
///
/// `OFFSET 0` has the entries of each conversation looked up by their index. A database that was
/// never analysed would read all entries for it, and logins of a busy first hour took seconds.
final class BacklogCount {
  private static final String COUNT =
      """
      SELECT count(*)
      FROM unnest(?, ?, ?) AS asked (name, after, up_to)
      JOIN conversation c ON c.name = asked.name
      JOIN member m ON m.conversation_id = c.id AND m.account = ?
      CROSS JOIN LATERAL (
        SELECT author FROM entry
        WHERE conversation_id = c.id
          AND seq > greatest(asked.after, m.joined_seq) AND seq <= asked.up_to
          AND kind = ? AND author <> ?
        OFFSET 0) e
      WHERE NOT EXISTS (
        SELECT FROM block b WHERE b.blocker = m.account AND b.blocked = e.author)\
      """;

  private BacklogCount() {}

  static long count(Connection connection, String account, List<Range> ranges) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      statement.setArray(1, array(connection, "text", ranges, Range::conversation));
      statement.setArray(2, array(connection, "int8", ranges, Range::after));
      statement.setArray(3, array(connection, "int8", ranges, Range::upTo));
      statement.setString(4, account);
      statement.setInt(5, EntryKind.MESSAGE.number());
      statement.setString(6, account);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  private static Array array(
      Connection connection, String type, List<Range> ranges, Function<Range, Object> column)
      throws SQLException {
    return connection.createArrayOf(type, ranges.stream().map(column).toArray());
  }
}
