package dev.parley.routing.history.postgres;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.delivery.Edit;
import dev.parley.contracts.delivery.MessageState;
import dev.parley.routing.conversation.AttachmentText;
import dev.parley.routing.history.HistoryStore.Position;
import dev.parley.routing.history.HistoryStore.Span;
import dev.parley.routing.history.ReadMessage;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads messages as they are now: what was posted, what the last edit made of it, its state. What
/// is to be read is chosen first, and only for that the state is looked up.
final class MessageReads {
  private static final int MESSAGE = EntryKind.MESSAGE.number();

  private static final String AS_IT_IS =
      """
      SELECT e.conversation_id, e.seq, e.at, e.author, e.client_message_id, e.target,
        e.attachment,
        coalesce(now.text, e.text) AS text, s.changed, s.edited_at, s.deleted, s.pinned
      FROM (%s) e
      LEFT JOIN message_state s ON s.conversation_id = e.conversation_id AND s.seq = e.seq
      LEFT JOIN entry now ON now.conversation_id = s.conversation_id AND now.seq = s.text_seq
      ORDER BY %s\
      """;

  private static final String SIDE =
      """
      SELECT * FROM entry
      WHERE conversation_id = ? AND seq %s ? AND kind = ?
        AND NOT EXISTS (SELECT FROM block b WHERE b.blocker = ? AND b.blocked = entry.author)
      ORDER BY seq %s
      LIMIT ?\
      """;

  private static final String BEFORE =
      AS_IT_IS.formatted(SIDE.formatted("<", "DESC"), "e.seq DESC");

  private static final String AFTER = AS_IT_IS.formatted(SIDE.formatted(">", "ASC"), "e.seq");

  private static final String PINNED =
      AS_IT_IS.formatted(
          """
          SELECT entry.*
          FROM message_state pins
          JOIN entry ON entry.conversation_id = pins.conversation_id AND entry.seq = pins.seq
          WHERE pins.conversation_id = ? AND pins.pinned
            AND NOT EXISTS (SELECT FROM block b WHERE b.blocker = ? AND b.blocked = entry.author)
          ORDER BY pins.seq DESC
          LIMIT ?\
          """,
          "e.seq DESC");

  private static final String AT =
      AS_IT_IS.formatted(
          """
          SELECT found.*
          FROM unnest(?, ?) AS asked (conversation_id, seq)
          CROSS JOIN LATERAL (
            SELECT * FROM entry
            WHERE conversation_id = asked.conversation_id AND seq = asked.seq AND kind = ?
            OFFSET 0) found\
          """,
          "e.seq");

  private static final String REACTIONS =
      """
      SELECT asked.number, r.reaction, r.account
      FROM unnest(?, ?) WITH ORDINALITY AS asked (conversation_id, seq, number)
      CROSS JOIN LATERAL (
        SELECT * FROM reaction
        WHERE conversation_id = asked.conversation_id AND target = asked.seq
        OFFSET 0) r
      ORDER BY r.seq\
      """;

  private static final String EDITS =
      """
      SELECT seq, at, text FROM entry
      WHERE conversation_id = ? AND kind = ? AND seq = ?
        AND NOT EXISTS (SELECT FROM block b WHERE b.blocker = ? AND b.blocked = entry.author)
        AND NOT EXISTS (
          SELECT FROM message_state s
          WHERE s.conversation_id = entry.conversation_id AND s.seq = entry.seq AND s.deleted)
      UNION ALL
      SELECT e.seq, e.at, e.text
      FROM message_edit m
      JOIN entry e ON e.conversation_id = m.conversation_id AND e.seq = m.seq
      WHERE m.conversation_id = ? AND m.target = ?
      ORDER BY seq
      LIMIT ?\
      """;

  private final Connection connection;

  /// A row before its reactions are known.
  private record Row(long conversation, Entry entry, @Nullable MessageState state) {}

  MessageReads(Connection connection) {
    this.connection = connection;
  }

  List<ReadMessage> side(long conversation, Span span, String account, int limit)
      throws SQLException {
    String sql = span instanceof Span.Before ? BEFORE : AFTER;
    long seq =
        switch (span) {
          case Span.Before(long above) -> above;
          case Span.After(long below) -> below;
        };
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, conversation);
      statement.setLong(2, seq);
      statement.setInt(3, MESSAGE);
      statement.setString(4, account);
      statement.setInt(5, limit);
      return messages(statement);
    }
  }

  List<ReadMessage> pinned(long conversation, String account, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PINNED)) {
      statement.setLong(1, conversation);
      statement.setString(2, account);
      statement.setInt(3, limit);
      return messages(statement);
    }
  }

  Map<Position, ReadMessage> at(List<Position> positions) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(AT)) {
      statement.setArray(1, numbers(positions, Position::conversation));
      statement.setArray(2, numbers(positions, Position::seq));
      statement.setInt(3, MESSAGE);
      List<Row> rows = rows(statement);
      Map<Position, Map<String, List<String>>> reactions = reactions(rows);
      Map<Position, ReadMessage> messages = new HashMap<>();
      rows.forEach(row ->
          messages.put(new Position(row.conversation, row.entry.seq()), message(row, reactions)));
      return messages;
    }
  }

  List<Edit> edits(long conversation, long message, String account, int limit) throws SQLException {
    List<Edit> edits = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(EDITS)) {
      statement.setLong(1, conversation);
      statement.setInt(2, MESSAGE);
      statement.setLong(3, message);
      statement.setString(4, account);
      statement.setLong(5, conversation);
      statement.setLong(6, message);
      statement.setInt(7, limit);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          edits.add(new Edit(row.getLong(1), row.getLong(2), row.getString(3)));
        }
      }
    }
    // Edits without their message are those of one that this reader does not get.
    return !edits.isEmpty() && edits.getFirst().seq() == message ? edits : List.of();
  }

  private List<ReadMessage> messages(PreparedStatement statement) throws SQLException {
    List<Row> rows = rows(statement);
    Map<Position, Map<String, List<String>>> reactions = reactions(rows);
    return rows.stream().map(row -> message(row, reactions)).toList();
  }

  private static List<Row> rows(PreparedStatement statement) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows.add(row(row));
      }
    }
    return rows;
  }

  private static ReadMessage message(Row row, Map<Position, Map<String, List<String>>> reactions) {
    MessageState state = row.state;
    if (state == null) {
      return new ReadMessage(row.entry, null);
    }
    MessageState whole =
        new MessageState(
            state.seq(),
            state.changed(),
            state.editedAt(),
            state.deleted(),
            state.pinned(),
            reactions.getOrDefault(new Position(row.conversation, state.seq()), Map.of()));
    return new ReadMessage(row.entry, whole);
  }

  private Map<Position, Map<String, List<String>>> reactions(List<Row> rows) throws SQLException {
    List<Position> asked =
        rows.stream()
            .filter(row -> row.state != null)
            .map(row -> new Position(row.conversation, row.entry.seq()))
            .toList();
    Map<Position, Map<String, List<String>>> reactions = new HashMap<>();
    if (asked.isEmpty()) {
      return reactions;
    }
    try (PreparedStatement statement = connection.prepareStatement(REACTIONS)) {
      statement.setArray(1, numbers(asked, Position::conversation));
      statement.setArray(2, numbers(asked, Position::seq));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          reactions
              .computeIfAbsent(asked.get(row.getInt(1) - 1), _ -> new LinkedHashMap<>())
              .computeIfAbsent(row.getString(2), _ -> new ArrayList<>())
              .add(row.getString(3));
        }
      }
    }
    return reactions;
  }

  private static Row row(ResultSet row) throws SQLException {
    Entry entry =
        new Entry(
            row.getLong("seq"),
            row.getLong("at"),
            EntryKind.MESSAGE,
            row.getString("author"),
            row.getString("client_message_id"),
            null,
            row.getString("text"),
            number(row, "target"),
            AttachmentText.read(row.getString("attachment")));
    return new Row(row.getLong("conversation_id"), entry, state(row));
  }

  private static @Nullable MessageState state(ResultSet row) throws SQLException {
    Long changed = number(row, "changed");
    return changed == null
        ? null
        : new MessageState(
            row.getLong("seq"),
            changed,
            number(row, "edited_at"),
            row.getBoolean("deleted"),
            row.getBoolean("pinned"),
            Map.of());
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  private Array numbers(List<Position> positions, Function<Position, Long> column)
      throws SQLException {
    return connection.createArrayOf("int8", positions.stream().map(column).toArray());
  }
}
