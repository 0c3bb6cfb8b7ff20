package dev.parley.contracts.conversation;

import dev.parley.contracts.ReplyTo;

/// Asks that a message of one's own says something else, within the time that the service allows
/// after it was posted.
///
/// @param conversation conversation id
/// @param by handle of the author
/// @param target seq of the message
/// @param text 1 to 4,000 characters, free of control characters other than newline and tab
/// @param clientMessageId 1 to 64 characters; unique within conversation and `by`
/// @param replyTo who waits for the acknowledgement
public record EditMessage(
    String conversation,
    String by,
    long target,
    String text,
    String clientMessageId,
    ReplyTo replyTo)
    implements MessageChange {

  /// Checks the limits stated on the record.
  ///
  /// @throws IllegalArgumentException if one is broken
  public EditMessage {
    Post.requireText(text);
    Post.requireClientMessageId(clientMessageId);
  }

  /// {@return all but the text, which belongs in no log}
  @Override
  public String toString() {
    return "EditMessage[conversation=%s, by=%s, target=%d, clientMessageId=%s, replyTo=%s]"
        .formatted(conversation, by, target, clientMessageId, replyTo);
  }
}
