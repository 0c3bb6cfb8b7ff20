package dev.parley.routing.batch.postgres;

import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.MessageDraft;
import dev.parley.routing.conversation.MessageDraft.Reaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Writes what a batch made of messages, beside their entries; nothing where none was changed.
final class MessageWrites {
  private static final String STATE =
      """
      INSERT INTO message_state
        (conversation_id, seq, changed, text_seq, edited_at, deleted, pinned)
      SELECT n.conversation_id, n.seq, n.changed, n.text_seq, nullif(n.edited_at, 0), n.deleted,
        n.pinned
      FROM unnest(?, ?, ?, ?, ?, ?, ?)
        AS n (conversation_id, seq, changed, text_seq, edited_at, deleted, pinned)
      ON CONFLICT (conversation_id, seq) DO UPDATE
      SET changed = excluded.changed, text_seq = excluded.text_seq,
        edited_at = excluded.edited_at, deleted = excluded.deleted, pinned = excluded.pinned\
      """;

  private static final String EDIT =
      """
      INSERT INTO message_edit (conversation_id, target, seq)
      SELECT * FROM unnest(?, ?, ?)\
      """;

  private static final String REACT =
      """
      INSERT INTO reaction (conversation_id, target, reaction, account, seq)
      SELECT * FROM unnest(?, ?, ?, ?, ?)
      ON CONFLICT (conversation_id, target, reaction, account) DO UPDATE SET seq = excluded.seq\
      """;

  private static final String UNREACT =
      """
      DELETE FROM reaction r
      USING unnest(?, ?, ?, ?) AS gone (conversation_id, target, reaction, account)
      WHERE r.conversation_id = gone.conversation_id AND r.target = gone.target
        AND r.reaction = gone.reaction AND r.account = gone.account\
      """;

  /// The texts of the message and of its edits; the entries stay, for seqs have no holes.
  private static final String FORGET_TEXTS =
      """
      WITH gone AS (SELECT * FROM unnest(?, ?) AS gone (conversation_id, seq)),
      texts AS (
        SELECT conversation_id, seq FROM gone
        UNION ALL
        SELECT m.conversation_id, m.seq
        FROM gone g
        JOIN message_edit m ON m.conversation_id = g.conversation_id AND m.target = g.seq)
      UPDATE entry e
      SET text = '', attachment = NULL
      FROM texts t
      WHERE e.conversation_id = t.conversation_id AND e.seq = t.seq\
      """;

  private static final String FORGET_REACTIONS =
      """
      DELETE FROM reaction r
      USING unnest(?, ?) AS gone (conversation_id, seq)
      WHERE r.conversation_id = gone.conversation_id AND r.target = gone.seq\
      """;

  private static final String FORGET_DOCUMENT =
      """
      DELETE FROM search_document d
      USING unnest(?, ?) AS gone (conversation_id, seq)
      WHERE d.conversation_id = gone.conversation_id AND d.seq = gone.seq\
      """;

  private final Updates updates;

  private record Changed(long conversation, MessageDraft message) {}

  private record NewEdit(long conversation, long target, long seq) {}

  private record ReactionRow(long conversation, long target, Reaction reaction, long seq) {}

  MessageWrites(Updates updates) {
    this.updates = updates;
  }

  /// Writes all changes; entries and new conversations have been written.
  void write(List<Draft> drafts) throws SQLException {
    List<Changed> changed = new ArrayList<>();
    for (Draft draft : drafts) {
      draft.changedMessages().forEach(message -> changed.add(new Changed(draft.id(), message)));
    }
    if (changed.isEmpty()) {
      return;
    }
    writeStates(changed);
    writeEdits(changed);
    writeReactions(changed);
    forget(changed.stream().filter(each -> each.message.isNewlyDeleted()).toList());
  }

  private void writeStates(List<Changed> changed) throws SQLException {
    updates.execute(
        STATE,
        changed,
        parameters ->
            parameters
                .longs(changed, Changed::conversation)
                .longs(changed, each -> each.message.seq())
                .longs(changed, each -> each.message.changed())
                .longs(changed, each -> each.message.textSeq())
                .longsOrZero(changed, each -> each.message.editedAt())
                .booleans(changed, each -> each.message.isDeleted())
                .booleans(changed, each -> each.message.isPinned()));
  }

  private void writeEdits(List<Changed> changed) throws SQLException {
    List<NewEdit> edits = new ArrayList<>();
    for (Changed each : changed) {
      for (long seq : each.message.edits()) {
        edits.add(new NewEdit(each.conversation, each.message.seq(), seq));
      }
    }
    updates.execute(
        EDIT,
        edits,
        parameters ->
            parameters
                .longs(edits, NewEdit::conversation)
                .longs(edits, NewEdit::target)
                .longs(edits, NewEdit::seq));
  }

  private void writeReactions(List<Changed> changed) throws SQLException {
    List<ReactionRow> came = new ArrayList<>();
    List<ReactionRow> went = new ArrayList<>();
    for (Changed each : changed) {
      each.message
          .reactionChanges()
          .forEach((reaction, seq) -> {
            long target = each.message.seq();
            if (seq == null) {
              went.add(new ReactionRow(each.conversation, target, reaction, 0));
            } else {
              came.add(new ReactionRow(each.conversation, target, reaction, seq));
            }
          });
    }
    updates.execute(UNREACT, went, parameters -> bind(parameters, went));
    updates.execute(
        REACT, came, parameters -> bind(parameters, came).longs(came, ReactionRow::seq));
  }

  private static Parameters bind(Parameters parameters, List<ReactionRow> rows)
      throws SQLException {
    return parameters
        .longs(rows, ReactionRow::conversation)
        .longs(rows, ReactionRow::target)
        .texts(rows, row -> row.reaction.reaction())
        .texts(rows, row -> row.reaction.account());
  }

  private void forget(List<Changed> deleted) throws SQLException {
    for (String sql : List.of(FORGET_TEXTS, FORGET_REACTIONS, FORGET_DOCUMENT)) {
      updates.execute(
          sql,
          deleted,
          parameters ->
              parameters
                  .longs(deleted, Changed::conversation)
                  .longs(deleted, each -> each.message.seq()));
    }
  }
}
