package dev.parley.contracts.conversation;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.auth.Role;
import org.jspecify.annotations.Nullable;

/// Asks to withdraw a message: one of one's own, within the time that the service allows after it
/// was posted, or, for a moderator, any in a group. Its texts are forgotten.
///
/// @param conversation conversation id
/// @param by handle of who asks
/// @param target seq of the message
/// @param clientMessageId 1 to 64 characters; unique within conversation and `by`
/// @param replyTo who waits for the acknowledgement
/// @param role what `by` may do, as its gateway says, which is trusted for the sessions that it
///   holds; `null` is a member's
public record DeleteMessage(
    String conversation,
    String by,
    long target,
    String clientMessageId,
    ReplyTo replyTo,
    @Nullable Role role)
    implements MessageChange {

  /// Checks the limits stated on the record.
  ///
  /// @throws IllegalArgumentException if one is broken
  public DeleteMessage {
    Post.requireClientMessageId(clientMessageId);
  }

  /// Makes a request of somebody who is no moderator.
  ///
  /// @param conversation conversation id
  /// @param by handle of the author
  /// @param target seq of the message
  /// @param clientMessageId 1 to 64 characters; unique within conversation and `by`
  /// @param replyTo who waits for the acknowledgement
  public DeleteMessage(
      String conversation, String by, long target, String clientMessageId, ReplyTo replyTo) {
    this(conversation, by, target, clientMessageId, replyTo, null);
  }
}
