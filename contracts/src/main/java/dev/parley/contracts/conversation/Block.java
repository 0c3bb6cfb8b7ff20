package dev.parley.contracts.conversation;

import dev.parley.contracts.ReplyTo;

/// Asks that `blocked` can no longer reach `account`: a change of their direct conversation, in its
/// order. Makes no entry there but one in the blocker's inbox; repeated, it changes nothing.
///
/// @param conversation id of their direct conversation, which is the key
/// @param account handle of who blocks
/// @param blocked handle of who is blocked
/// @param replyTo who waits for the answer
public record Block(String conversation, String account, String blocked, ReplyTo replyTo)
    implements ConversationRecord {}
