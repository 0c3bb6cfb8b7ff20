package dev.parley.routing.batch.postgres;

import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.routing.conversation.AttachmentText;
import dev.parley.routing.conversation.MessageKey;
import dev.parley.routing.conversation.StoredMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads messages that are to be changed or answered, a set at a time.
final class MessageReads {
  /// OFFSET 0 keeps the planner from turning the lookups into joins that read whole tables.
  private static final String MESSAGES =
      """
      SELECT asked.number, e.seq, e.at, e.author, e.attachment, s.changed, s.text_seq, s.edited_at,
        coalesce(s.deleted, false) AS deleted, coalesce(s.pinned, false) AS pinned
      FROM unnest(?, ?, ?) AS asked (number, conversation_id, seq)
      CROSS JOIN LATERAL (
        SELECT * FROM entry
        WHERE conversation_id = asked.conversation_id AND seq = asked.seq AND kind = ?
        OFFSET 0) e
      LEFT JOIN LATERAL (
        SELECT * FROM message_state
        WHERE conversation_id = asked.conversation_id AND seq = asked.seq
        OFFSET 0) s ON true\
      """;

  private static final String REACTIONS =
      """
      SELECT asked.number, r.reaction, r.account
      FROM unnest(?, ?, ?) AS asked (number, conversation_id, seq)
      CROSS JOIN LATERAL (
        SELECT * FROM reaction
        WHERE conversation_id = asked.conversation_id AND target = asked.seq
        OFFSET 0) r
      ORDER BY r.seq\
      """;

  private final Connection connection;

  private record Asked(int number, MessageKey key, long conversation) {}

  MessageReads(Connection connection) {
    this.connection = connection;
  }

  Map<MessageKey, StoredMessage> read(Map<MessageKey, Long> keys) throws SQLException {
    List<Asked> asked = new ArrayList<>();
    keys.forEach((key, conversation) -> asked.add(new Asked(asked.size(), key, conversation)));
    Map<Integer, Map<String, Set<String>>> reactions = reactions(asked);
    Map<MessageKey, StoredMessage> found = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(MESSAGES)) {
      bind(statement, asked);
      statement.setInt(4, EntryKind.MESSAGE.number());
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          int number = result.getInt("number");
          found.put(
              asked.get(number).key, message(result, reactions.getOrDefault(number, Map.of())));
        }
      }
    }
    return found;
  }

  private Map<Integer, Map<String, Set<String>>> reactions(List<Asked> asked) throws SQLException {
    Map<Integer, Map<String, Set<String>>> reactions = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(REACTIONS)) {
      bind(statement, asked);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          reactions
              .computeIfAbsent(result.getInt(1), _ -> new LinkedHashMap<>())
              .computeIfAbsent(result.getString(2), _ -> new LinkedHashSet<>())
              .add(result.getString(3));
        }
      }
    }
    return reactions;
  }

  private static void bind(PreparedStatement statement, List<Asked> asked) throws SQLException {
    new Parameters(statement)
        .ints(asked, Asked::number)
        .longs(asked, Asked::conversation)
        .longs(asked, each -> each.key.seq());
  }

  private static StoredMessage message(ResultSet row, Map<String, Set<String>> reactions)
      throws SQLException {
    long seq = row.getLong("seq");
    return new StoredMessage(
        seq,
        row.getLong("at"),
        row.getString("author"),
        orElse(number(row, "changed"), seq),
        orElse(number(row, "text_seq"), seq),
        number(row, "edited_at"),
        row.getBoolean("deleted"),
        row.getBoolean("pinned"),
        reactions,
        file(row));
  }

  private static @Nullable String file(ResultSet row) throws SQLException {
    Attachment attachment = AttachmentText.read(row.getString("attachment"));
    return attachment == null ? null : attachment.file();
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  private static long orElse(@Nullable Long number, long otherwise) {
    return number == null ? otherwise : number;
  }
}
