package dev.parley.routing.batch.postgres;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.routing.conversation.AttachmentText;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Reads entries from rows with the columns of [#COLUMNS].
final class EntryRows {
  static final String COLUMNS =
      "seq, at, kind, author, client_message_id, subject, text, target, attachment";

  private EntryRows() {}

  static Entry read(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("seq"),
        row.getLong("at"),
        EntryKind.of(row.getInt("kind")),
        row.getString("author"),
        row.getString("client_message_id"),
        row.getString("subject"),
        row.getString("text"),
        target(row),
        AttachmentText.read(row.getString("attachment")));
  }

  private static @Nullable Long target(ResultSet row) throws SQLException {
    long target = row.getLong("target");
    return row.wasNull() ? null : target;
  }
}
