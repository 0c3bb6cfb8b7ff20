package dev.parley.routing.batch.postgres;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.conversation.Entry;
import dev.parley.routing.conversation.AttachmentText;
import dev.parley.routing.conversation.ConversationKind;
import dev.parley.routing.conversation.Cursors;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.MemberChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Writes what a batch changed, with one statement for each kind of row, and none where there is
/// nothing to write. A plain batch of posts takes one.
final class BatchWrites {
  private static final String MAKE =
      """
      INSERT INTO conversation (name, kind, created_at)
      SELECT * FROM unnest(?, ?, ?)
      RETURNING name, id\
      """;

  private static final String APPEND =
      """
      INSERT INTO entry
        (conversation_id, seq, at, kind, author, client_message_id, subject, text)
      SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  /// Of its own, so that a batch of plain messages does not carry columns of nulls.
  private static final String APPEND_WITH_MORE =
      """
      INSERT INTO entry
        (conversation_id, seq, at, kind, author, client_message_id, subject, text, target,
        attachment)
      SELECT n.conversation_id, n.seq, n.at, n.kind, n.author, n.client_message_id, n.subject,
        n.text, nullif(n.target, 0), n.attachment
      FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        AS n (conversation_id, seq, at, kind, author, client_message_id, subject, text, target,
          attachment)\
      """;

  private static final String ENCRYPT =
      """
      UPDATE conversation c
      SET encrypted = said.encrypted
      FROM unnest(?, ?) AS said (id, encrypted)
      WHERE c.id = said.id\
      """;

  private static final String REMOVE =
      """
      DELETE FROM member m
      USING unnest(?, ?) AS gone (conversation_id, account)
      WHERE m.conversation_id = gone.conversation_id AND m.account = gone.account\
      """;

  private static final String JOIN =
      """
      INSERT INTO member (conversation_id, account, given, read, joined_seq)
      SELECT conversation_id, account, seq, seq, seq
      FROM unnest(?, ?, ?) AS joined (conversation_id, account, seq)
      ON CONFLICT (conversation_id, account) DO UPDATE
      SET given = excluded.given, read = excluded.read, joined_seq = excluded.joined_seq\
      """;

  private static final String ENROLL =
      """
      INSERT INTO member (conversation_id, account, given, read, joined_seq)
      SELECT conversation_id, account, seq, seq, seq
      FROM unnest(?, ?, ?) AS enrolled (conversation_id, account, seq)
      ON CONFLICT (conversation_id, account) DO NOTHING\
      """;

  private static final String MOVE_CURSORS =
      """
      UPDATE member m
      SET given = greatest(m.given, moved.given), read = greatest(m.read, moved.read)
      FROM unnest(?, ?, ?, ?) AS moved (conversation_id, account, given, read)
      WHERE m.conversation_id = moved.conversation_id AND m.account = moved.account
        AND (m.given < moved.given OR m.read < moved.read)\
      """;

  private static final String BLOCK =
      """
      INSERT INTO block (blocker, blocked)
      SELECT * FROM unnest(?, ?)
      ON CONFLICT DO NOTHING\
      """;

  private static final String UNBLOCK =
      """
      DELETE FROM block b
      USING unnest(?, ?) AS gone (blocker, blocked)
      WHERE b.blocker = gone.blocker AND b.blocked = gone.blocked\
      """;

  private final Connection connection;
  private final Updates updates;

  private record NewEntry(long conversation, Entry entry) {}

  private record MemberRow(long conversation, String account, long seq) {}

  private record CursorRow(long conversation, String account, Cursors cursors) {}

  private record BlockRow(String blocker, String blocked) {}

  BatchWrites(Connection connection) {
    this.connection = connection;
    this.updates = new Updates(connection);
  }

  /// Writes all changes; each draft of a new conversation is told its number.
  ///
  /// @throws EntryMetException if an entry is stored already
  void write(List<Draft> drafts) throws SQLException, EntryMetException {
    make(drafts.stream().filter(Draft::isNew).toList());
    append(drafts);
    encrypt(drafts.stream().filter(Draft::isEncryptionChanged).toList());
    new MessageWrites(updates).write(drafts);
    changeMembers(drafts);
    moveCursors(drafts);
    changeBlocks(drafts);
    new MuteWrites(updates).write(drafts);
  }

  private void make(List<Draft> drafts) throws SQLException {
    if (drafts.isEmpty()) {
      return;
    }
    Map<String, Long> ids = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(MAKE)) {
      new Parameters(statement)
          .texts(drafts, Draft::name)
          .ints(drafts, draft -> kind(draft).number())
          .longs(drafts, Draft::createdAt);
      try (ResultSet made = statement.executeQuery()) {
        while (made.next()) {
          ids.put(made.getString(1), made.getLong(2));
        }
      }
    }
    drafts.forEach(draft -> draft.assignId(Objects.requireNonNull(ids.get(draft.name()), "id")));
  }

  private static ConversationKind kind(Draft draft) {
    return Objects.requireNonNull(draft.kind(), "kind");
  }

  private void append(List<Draft> drafts) throws SQLException, EntryMetException {
    List<NewEntry> rows = new ArrayList<>();
    for (Draft draft : drafts) {
      for (Entry entry : draft.appended()) {
        rows.add(new NewEntry(draft.id(), entry));
      }
    }
    boolean hasMore =
        rows.stream().anyMatch(row -> row.entry.target() != null || row.entry.attachment() != null);
    try {
      if (hasMore) {
        updates.execute(
            APPEND_WITH_MORE,
            rows,
            parameters ->
                bindEntries(parameters, rows)
                    .longsOrZero(rows, row -> row.entry.target())
                    .texts(rows, row -> AttachmentText.of(row.entry.attachment())));
      } else {
        updates.execute(APPEND, rows, parameters -> bindEntries(parameters, rows));
      }
    } catch (SQLException e) {
      if (SqlFaults.isUniqueViolation(e)) {
        throw new EntryMetException(e);
      }
      throw e;
    }
  }

  private void encrypt(List<Draft> drafts) throws SQLException {
    updates.execute(
        ENCRYPT,
        drafts,
        parameters ->
            parameters
                .longs(drafts, Draft::id)
                .booleans(drafts, draft -> Boolean.TRUE.equals(draft.encrypted())));
  }

  private static Parameters bindEntries(Parameters parameters, List<NewEntry> rows)
      throws SQLException {
    return parameters
        .longs(rows, NewEntry::conversation)
        .longs(rows, row -> row.entry.seq())
        .longs(rows, row -> row.entry.at())
        .ints(rows, row -> row.entry.kind().number())
        .texts(rows, row -> row.entry.author())
        .texts(rows, row -> row.entry.clientMessageId())
        .texts(rows, row -> row.entry.subject())
        .texts(rows, row -> row.entry.text());
  }

  private void changeMembers(List<Draft> drafts) throws SQLException {
    List<MemberRow> joined = new ArrayList<>();
    List<MemberRow> enrolled = new ArrayList<>();
    List<MemberRow> gone = new ArrayList<>();
    for (Draft draft : drafts) {
      draft
          .memberChanges()
          .forEach((account, change) -> {
            switch (change) {
              case MemberChange.Joined(long seq) ->
                  joined.add(new MemberRow(draft.id(), account, seq));
              case MemberChange.Enrolled(long seq) ->
                  enrolled.add(new MemberRow(draft.id(), account, seq));
              case MemberChange.Gone() -> gone.add(new MemberRow(draft.id(), account, 0));
            }
          });
    }
    updates.execute(
        REMOVE,
        gone,
        parameters ->
            parameters.longs(gone, MemberRow::conversation).texts(gone, MemberRow::account));
    updates.execute(JOIN, joined, parameters -> bind(parameters, joined));
    updates.execute(ENROLL, enrolled, parameters -> bind(parameters, enrolled));
  }

  private static void bind(Parameters parameters, List<MemberRow> rows) throws SQLException {
    parameters
        .longs(rows, MemberRow::conversation)
        .texts(rows, MemberRow::account)
        .longs(rows, MemberRow::seq);
  }

  private void moveCursors(List<Draft> drafts) throws SQLException {
    List<CursorRow> rows = new ArrayList<>();
    for (Draft draft : drafts) {
      draft
          .cursorMoves()
          .forEach((account, cursors) -> rows.add(new CursorRow(draft.id(), account, cursors)));
    }
    updates.execute(
        MOVE_CURSORS,
        rows,
        parameters ->
            parameters
                .longs(rows, CursorRow::conversation)
                .texts(rows, CursorRow::account)
                .longs(rows, row -> row.cursors.given())
                .longs(rows, row -> row.cursors.read()));
  }

  private void changeBlocks(List<Draft> drafts) throws SQLException {
    List<BlockRow> blocks = new ArrayList<>();
    List<BlockRow> ends = new ArrayList<>();
    for (Draft draft : drafts) {
      draft
          .blockChanges()
          .forEach((account, isBlocker) -> {
            BlockRow row = new BlockRow(account, ConversationId.other(draft.name(), account));
            (isBlocker ? blocks : ends).add(row);
          });
    }
    updates.execute(BLOCK, blocks, parameters -> bindBlocks(parameters, blocks));
    updates.execute(UNBLOCK, ends, parameters -> bindBlocks(parameters, ends));
  }

  private static void bindBlocks(Parameters parameters, List<BlockRow> rows) throws SQLException {
    parameters.texts(rows, BlockRow::blocker).texts(rows, BlockRow::blocked);
  }
}
