package dev.parley.contracts.conversation;

import dev.parley.contracts.ReplyTo;

/// Takes a [Block] back. Repeated, it changes nothing.
///
/// @param conversation id of their direct conversation, which is the key
/// @param account handle of who had blocked
/// @param blocked handle of who was blocked
/// @param replyTo who waits for the answer
public record Unblock(String conversation, String account, String blocked, ReplyTo replyTo)
    implements ConversationRecord {}
