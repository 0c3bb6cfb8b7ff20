package dev.parley.contracts.conversation;

import dev.parley.contracts.ReplyTo;

/// Asks for a change to a message; the change becomes an entry of its conversation.
///
/// The message must be there, posted and not withdrawn, and whoever asks must be one who may post
/// to the conversation now. A repeated request gets the seq it already has. What is so already,
/// such as a reaction given twice, makes no entry and is acknowledged with the seq of the message's
/// last change.
public sealed interface MessageChange extends ConversationRecord
    permits EditMessage, DeleteMessage, React, Pin {
  /// {@return conversation id, which is the key}
  String conversation();

  /// {@return handle of who asks, lower case}
  String by();

  /// {@return seq of the message concerned}
  long target();

  /// {@return 1 to 64 characters, chosen by the client; unique within conversation and `by`}
  String clientMessageId();

  /// {@return who waits for the acknowledgement}
  ReplyTo replyTo();
}
