package dev.parley.contracts.conversation;

import dev.parley.contracts.MessageText;
import dev.parley.contracts.ReplyTo;

/// Asks for a reaction to a message, or to take one's own back.
///
/// @param conversation conversation id
/// @param by handle of who reacts
/// @param target seq of the message
/// @param reaction 1 to 32 characters, free of control characters: an emoji or a `:name:`
/// @param remove whether it is taken back
/// @param clientMessageId 1 to 64 characters; unique within conversation and `by`
/// @param replyTo who waits for the acknowledgement
public record React(
    String conversation,
    String by,
    long target,
    String reaction,
    boolean remove,
    String clientMessageId,
    ReplyTo replyTo)
    implements MessageChange {
  /// Longest reaction, in characters.
  public static final int MAX_REACTION_LENGTH = 32;

  /// Checks the limits stated on the record.
  ///
  /// @throws IllegalArgumentException if one is broken
  public React {
    if (reaction.isEmpty() || MessageText.length(reaction) > MAX_REACTION_LENGTH) {
      throw new IllegalArgumentException(
          "reaction must have 1 to 32 characters, got " + MessageText.length(reaction));
    }
    Post.requireClientMessageId(clientMessageId);
  }

  /// {@return all but the text, which belongs in no log}
  @Override
  public String toString() {
    return "React[conversation=%s, by=%s, target=%d, clientMessageId=%s, replyTo=%s]"
        .formatted(conversation, by, target, clientMessageId, replyTo);
  }
}
