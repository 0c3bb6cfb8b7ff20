package dev.parley.contracts.conversation;

import dev.parley.contracts.ReplyTo;

/// Asks to pin a message, or that it is pinned no longer; any member may.
///
/// @param conversation conversation id
/// @param by handle of who asks
/// @param target seq of the message
/// @param remove whether it is pinned no longer
/// @param clientMessageId 1 to 64 characters; unique within conversation and `by`
/// @param replyTo who waits for the acknowledgement
public record Pin(
    String conversation,
    String by,
    long target,
    boolean remove,
    String clientMessageId,
    ReplyTo replyTo)
    implements MessageChange {

  /// Checks the limits stated on the record.
  ///
  /// @throws IllegalArgumentException if one is broken
  public Pin {
    Post.requireClientMessageId(clientMessageId);
  }
}
