package dev.parley.contracts.conversation;

import dev.parley.contracts.ReplyTo;

/// Asks to withdraw a message of one's own, within the time that the service allows after it was
/// posted. Its texts are forgotten.
///
/// @param conversation conversation id
/// @param by handle of the author
/// @param target seq of the message
/// @param clientMessageId 1 to 64 characters; unique within conversation and `by`
/// @param replyTo who waits for the acknowledgement
public record DeleteMessage(
    String conversation, String by, long target, String clientMessageId, ReplyTo replyTo)
    implements MessageChange {

  /// Checks the limits stated on the record.
  ///
  /// @throws IllegalArgumentException if one is broken
  public DeleteMessage {
    Post.requireClientMessageId(clientMessageId);
  }
}
