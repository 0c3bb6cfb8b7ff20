package dev.parley.contracts.conversation;

import dev.parley.contracts.ReplyTo;

/// Asks that a direct conversation takes sealed texts only, or clear ones only.
///
/// Either of the two may ask. Becomes an entry, so that every reader learns of it where it stands
/// in the log; a conversation that does not exist yet is made. A repeated request gets the seq it
/// already has. What is so already makes no entry and is acknowledged with seq 0.
///
/// @param conversation id of a direct conversation
/// @param by handle of who asks, lower case
/// @param encrypted whether texts are to be sealed
/// @param clientMessageId 1 to 64 characters; unique within conversation and `by`
/// @param replyTo who waits for the acknowledgement
public record SetEncryption(
    String conversation, String by, boolean encrypted, String clientMessageId, ReplyTo replyTo)
    implements ConversationRecord {

  /// Checks the limits stated on the record.
  ///
  /// @throws IllegalArgumentException if one is broken
  public SetEncryption {
    Post.requireClientMessageId(clientMessageId);
  }
}
