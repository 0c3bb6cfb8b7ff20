package dev.parley.contracts.conversation;

import dev.parley.contracts.ReplyTo;

/// Asks to remove a member.
///
/// @param conversation id of the group
/// @param by handle of the member who removes
/// @param account handle of the member to remove
/// @param clientMessageId unique within conversation and `by`
/// @param replyTo who waits for the answer
public record RemoveMember(
    String conversation, String by, String account, String clientMessageId, ReplyTo replyTo)
    implements ConversationRecord {}
