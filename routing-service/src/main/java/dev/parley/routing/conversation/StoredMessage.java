package dev.parley.routing.conversation;

import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.Entry;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A message as it is committed, all that changes to it are judged by.
///
/// @param seq seq of the message
/// @param at its time, epoch milliseconds
/// @param author handle of its author
/// @param changed seq of the last change to it; its own if there was none
/// @param textSeq seq of the entry that holds what it says now
/// @param editedAt time of the last edit, epoch milliseconds, or `null` if it was not edited
/// @param deleted whether it was withdrawn
/// @param pinned whether it is pinned
/// @param reactions by reaction the handles of those who react so
/// @param file id of its file, or `null`
public record StoredMessage(
    long seq,
    long at,
    String author,
    long changed,
    long textSeq,
    @Nullable Long editedAt,
    boolean deleted,
    boolean pinned,
    Map<String, Set<String>> reactions,
    @Nullable String file) {

  /// {@return a message that nobody has changed}
  ///
  /// @param entry its entry
  public static StoredMessage unchanged(Entry entry) {
    long seq = entry.seq();
    Attachment attachment = entry.attachment();
    String file = attachment == null ? null : attachment.file();
    return new StoredMessage(
        seq, entry.at(), entry.author(), seq, seq, null, false, false, Map.of(), file);
  }
}
