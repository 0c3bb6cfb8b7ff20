package dev.parley.routing.search.postgres;

import dev.parley.contracts.SealedText;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.routing.search.Document;
import dev.parley.routing.search.IndexStore.Indexed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// One transaction of the indexer: locks how far the conversations are indexed, takes the next
/// entries of each, indexes the messages that these concern as they are now, and moves on.
final class IndexRound {
  /// Entries of one conversation that are taken however many others there are.
  private static final int MIN_SHARE = 50;

  private static final String MAKE_PROGRESS =
      """
      INSERT INTO search_progress (conversation_id, seq)
      SELECT id, 0 FROM conversation WHERE name = ANY (?) ORDER BY id
      ON CONFLICT DO NOTHING\
      """;

  /// Always in the same order, so that two instances cannot lock each other out.
  private static final String LOCK_PROGRESS =
      """
      SELECT p.conversation_id, c.name, p.seq
      FROM search_progress p JOIN conversation c ON c.id = p.conversation_id
      WHERE c.name = ANY (?)
      ORDER BY p.conversation_id
      FOR UPDATE OF p\
      """;

  private static final String NEXT =
      """
      SELECT asked.conversation_id, e.seq, e.kind, e.target
      FROM unnest(?, ?) AS asked (conversation_id, after)
      CROSS JOIN LATERAL (
        SELECT seq, kind, target FROM entry
        WHERE conversation_id = asked.conversation_id AND seq > asked.after
        ORDER BY seq
        LIMIT ?) e
      ORDER BY asked.conversation_id, e.seq
      LIMIT ?\
      """;

  private static final String READ =
      """
      SELECT e.conversation_id, e.seq, e.at, e.author, coalesce(now.text, e.text),
        coalesce(s.deleted, false)
      FROM unnest(?, ?) AS asked (conversation_id, seq)
      CROSS JOIN LATERAL (
        SELECT * FROM entry
        WHERE conversation_id = asked.conversation_id AND seq = asked.seq
        OFFSET 0) e
      LEFT JOIN LATERAL (
        SELECT * FROM message_state
        WHERE conversation_id = asked.conversation_id AND seq = asked.seq
        OFFSET 0) s ON true
      LEFT JOIN LATERAL (
        SELECT text FROM entry
        WHERE conversation_id = s.conversation_id AND seq = s.text_seq
        OFFSET 0) now ON true\
      """;

  private static final String WRITE =
      """
      INSERT INTO search_document (conversation_id, seq, at, author, folded, words)
      SELECT conversation_id, seq, at, author, folded,
        array_to_tsvector(string_to_array(words, ' '))
      FROM unnest(?, ?, ?, ?, ?, ?) AS new (conversation_id, seq, at, author, folded, words)
      ON CONFLICT (conversation_id, seq) DO UPDATE
      SET folded = excluded.folded, words = excluded.words\
      """;

  private static final String FORGET =
      """
      DELETE FROM search_document d
      USING unnest(?, ?) AS gone (conversation_id, seq)
      WHERE d.conversation_id = gone.conversation_id AND d.seq = gone.seq\
      """;

  private static final String MOVE =
      """
      UPDATE search_progress p
      SET seq = moved.seq
      FROM unnest(?, ?) AS moved (conversation_id, seq)
      WHERE p.conversation_id = moved.conversation_id\
      """;

  private final Connection connection;

  private record Progress(long conversation, String name, long seq) {}

  private record Message(long conversation, long seq) {}

  /// What the next entries are, by conversation: how many, up to where, and whom they concern.
  private static final class Next {
    private final Map<Long, Integer> counts = new LinkedHashMap<>();
    private final Map<Long, Long> heads = new LinkedHashMap<>();
    private final Set<Message> messages = new LinkedHashSet<>();
    private int entries;
  }

  IndexRound(Connection connection) {
    this.connection = connection;
  }

  Indexed index(List<String> names, int limit) throws SQLException {
    List<Progress> progress = lock(names);
    if (progress.isEmpty()) {
      return new Indexed(0, List.of());
    }
    int share = Math.max(MIN_SHARE, limit / progress.size());
    Next next = next(progress, share, limit);
    write(next.messages);
    try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
      numbers(statement, 1, next.heads.keySet(), head -> head);
      numbers(statement, 2, next.heads.values(), head -> head);
      statement.executeUpdate();
    }
    return new Indexed(next.entries, unfinished(progress, next, share, limit));
  }

  private static List<String> unfinished(List<Progress> progress, Next next, int share, int limit) {
    return progress.stream()
        .filter(each ->
            next.entries == limit || next.counts.getOrDefault(each.conversation, 0) == share)
        .map(Progress::name)
        .toList();
  }

  private List<Progress> lock(List<String> names) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MAKE_PROGRESS)) {
      texts(statement, 1, names, name -> name);
      statement.executeUpdate();
    }
    List<Progress> progress = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(LOCK_PROGRESS)) {
      texts(statement, 1, names, name -> name);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          progress.add(new Progress(row.getLong(1), row.getString(2), row.getLong(3)));
        }
      }
    }
    return progress;
  }

  private Next next(List<Progress> progress, int share, int limit) throws SQLException {
    Next next = new Next();
    try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
      numbers(statement, 1, progress, Progress::conversation);
      numbers(statement, 2, progress, Progress::seq);
      statement.setInt(3, share);
      statement.setInt(4, limit);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          long conversation = row.getLong(1);
          next.entries++;
          next.counts.merge(conversation, 1, Integer::sum);
          next.heads.put(conversation, row.getLong(2));
          concern(next, conversation, row);
        }
      }
    }
    return next;
  }

  private static void concern(Next next, long conversation, ResultSet row) throws SQLException {
    switch (EntryKind.of(row.getInt(3))) {
      case MESSAGE -> next.messages.add(new Message(conversation, row.getLong(2)));
      case EDITED, DELETED -> next.messages.add(new Message(conversation, row.getLong(4)));
      case ADDED, JOINED, REMOVED, LEFT, MUTED, UNMUTED -> {}
      case REACTED, UNREACTED, PINNED, UNPINNED, ENCRYPTED, UNENCRYPTED -> {}
      case ADDED_TO, REMOVED_FROM, BLOCKED, UNBLOCKED -> {}
    }
  }

  private void write(Set<Message> messages) throws SQLException {
    List<Document> documents = new ArrayList<>();
    List<Message> gone = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      numbers(statement, 1, messages, Message::conversation);
      numbers(statement, 2, messages, Message::seq);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          // What is sealed holds no words; a message that was clear before is found no longer.
          if (row.getBoolean(6) || SealedText.isSealed(row.getString(5))) {
            gone.add(new Message(row.getLong(1), row.getLong(2)));
          } else {
            documents.add(
                Document.of(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getString(4),
                    row.getString(5)));
          }
        }
      }
    }
    write(documents);
    forget(gone);
  }

  private void write(List<Document> documents) throws SQLException {
    if (documents.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
      numbers(statement, 1, documents, Document::conversation);
      numbers(statement, 2, documents, Document::seq);
      numbers(statement, 3, documents, Document::at);
      texts(statement, 4, documents, Document::author);
      texts(statement, 5, documents, Document::folded);
      texts(statement, 6, documents, document -> String.join(" ", document.words()));
      statement.executeUpdate();
    }
  }

  private void forget(List<Message> gone) throws SQLException {
    if (gone.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
      numbers(statement, 1, gone, Message::conversation);
      numbers(statement, 2, gone, Message::seq);
      statement.executeUpdate();
    }
  }

  private <T> void numbers(
      PreparedStatement statement, int index, Collection<T> rows, Function<T, Long> column)
      throws SQLException {
    statement.setArray(
        index, connection.createArrayOf("int8", rows.stream().map(column).toArray()));
  }

  private <T> void texts(
      PreparedStatement statement, int index, Collection<T> rows, Function<T, String> column)
      throws SQLException {
    statement.setArray(
        index, connection.createArrayOf("text", rows.stream().map(column).toArray()));
  }
}
