package dev.parley.contracts.conversation;

import org.jspecify.annotations.Nullable;

/// What a conversation's log holds at one position.
///
/// @param seq position in the conversation: 1, 2, 3 … with no gap
/// @param at timestamp of the record that caused it, epoch milliseconds
/// @param kind what it is
/// @param author handle of who wrote or did it
/// @param clientMessageId unique within conversation and author
/// @param subject the member concerned by a membership change or a mute, the subject of an inbox
///   entry, or the id of the file that goes with a withdrawn message; else `null`
/// @param text the text of a message (empty if it was withdrawn), the new text of an edit, the
///   reaction that came or went, or the end of a mute that ends by itself in epoch milliseconds;
///   else `null`
/// @param target seq of the message that a change concerns, or that a message answers; else `null`
/// @param attachment file of a message, or `null`; taken away when the message is withdrawn
public record Entry(
    long seq,
    long at,
    EntryKind kind,
    String author,
    String clientMessageId,
    @Nullable String subject,
    @Nullable String text,
    @Nullable Long target,
    @Nullable Attachment attachment) {

  /// Makes an entry that concerns no message.
  ///
  /// @param seq position in the conversation
  /// @param at timestamp of the record that caused it, epoch milliseconds
  /// @param kind what it is
  /// @param author handle of who wrote or did it
  /// @param clientMessageId unique within conversation and author
  /// @param subject the member, conversation or account concerned, or `null`
  /// @param text the text of a message, else `null`
  public Entry(
      long seq,
      long at,
      EntryKind kind,
      String author,
      String clientMessageId,
      @Nullable String subject,
      @Nullable String text) {
    this(seq, at, kind, author, clientMessageId, subject, text, null);
  }

  /// Makes an entry without a file.
  ///
  /// @param seq position in the conversation
  /// @param at timestamp of the record that caused it, epoch milliseconds
  /// @param kind what it is
  /// @param author handle of who wrote or did it
  /// @param clientMessageId unique within conversation and author
  /// @param subject the member, conversation, account or file concerned, or `null`
  /// @param text what was written, or `null`
  /// @param target seq of the message concerned, or `null`
  public Entry(
      long seq,
      long at,
      EntryKind kind,
      String author,
      String clientMessageId,
      @Nullable String subject,
      @Nullable String text,
      @Nullable Long target) {
    this(seq, at, kind, author, clientMessageId, subject, text, target, null);
  }

  /// {@return when a mute ends by itself, epoch milliseconds, or `null` if it does not}
  public @Nullable Long mutedUntil() {
    return kind == EntryKind.MUTED && text != null ? Long.valueOf(text) : null;
  }

  /// {@return all but the text, which belongs in no log}
  @Override
  public String toString() {
    return "Entry[seq=%d, at=%d, kind=%s, author=%s, clientMessageId=%s, subject=%s, target=%s]"
        .formatted(seq, at, kind, author, clientMessageId, subject, target);
  }
}
