package dev.parley.routing.batch.postgres;

import dev.parley.contracts.conversation.Entry;
import dev.parley.routing.conversation.EntryKey;
import dev.parley.routing.subscription.Backlogs.Wanted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads entries, a set at a time.
final class EntryReads {
  /// OFFSET 0 keeps the planner from turning the lookup into a join that reads the whole table.
  private static final String FIND =
      """
      SELECT asked.number, found.*
      FROM unnest(?, ?, ?, ?) AS asked (number, conversation_id, author, client_message_id)
      CROSS JOIN LATERAL (
        SELECT %s
        FROM entry e
        WHERE e.conversation_id = asked.conversation_id
          AND e.author = asked.author
          AND e.client_message_id = asked.client_message_id
        OFFSET 0) found\
      """
          .formatted(EntryRows.COLUMNS);

  /// The running length of the text cuts each answer; its first entry is always in it.
  private static final String ABOVE =
      """
      SELECT asked.number, found.*
      FROM unnest(?, ?, ?, ?) AS asked (number, name, after, up_to)
      JOIN conversation c ON c.name = asked.name
      CROSS JOIN LATERAL (
        SELECT * FROM (
          SELECT %1$s, sum(octet_length(coalesce(text, ''))) OVER (ORDER BY seq) AS length,
            row_number() OVER (ORDER BY seq) AS place
          FROM (
            SELECT %1$s FROM entry e
            WHERE e.conversation_id = c.id AND e.seq > asked.after AND e.seq <= asked.up_to
            ORDER BY seq
            LIMIT ?) first) measured
        WHERE length <= ? OR place = 1
        OFFSET 0) found
      ORDER BY asked.number, found.seq\
      """
          .formatted(EntryRows.COLUMNS);

  private final Connection connection;

  private record Asked(int number, EntryKey key, long conversation) {}

  private record AskedRange(int number, Wanted range) {}

  EntryReads(Connection connection) {
    this.connection = connection;
  }

  Map<EntryKey, Entry> find(Map<EntryKey, Long> keys) throws SQLException {
    List<Asked> asked = new ArrayList<>();
    keys.forEach((key, conversation) -> asked.add(new Asked(asked.size(), key, conversation)));
    Map<EntryKey, Entry> found = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      new Parameters(statement)
          .ints(asked, Asked::number)
          .longs(asked, Asked::conversation)
          .texts(asked, each -> each.key.author())
          .texts(asked, each -> each.key.clientMessageId());
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          found.put(asked.get(result.getInt("number")).key, EntryRows.read(result));
        }
      }
    }
    return found;
  }

  List<List<Entry>> above(List<Wanted> wanted, int maxEntries, long maxText) throws SQLException {
    List<AskedRange> asked = new ArrayList<>();
    List<List<Entry>> entries = new ArrayList<>();
    for (Wanted range : wanted) {
      asked.add(new AskedRange(asked.size(), range));
      entries.add(new ArrayList<>());
    }
    try (PreparedStatement statement = connection.prepareStatement(ABOVE)) {
      new Parameters(statement)
          .ints(asked, AskedRange::number)
          .texts(asked, each -> each.range.conversation())
          .longs(asked, each -> each.range.after())
          .longs(asked, each -> each.range.upTo());
      statement.setInt(5, maxEntries);
      statement.setLong(6, maxText);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          entries.get(result.getInt("number")).add(EntryRows.read(result));
        }
      }
    }
    return entries;
  }
}
