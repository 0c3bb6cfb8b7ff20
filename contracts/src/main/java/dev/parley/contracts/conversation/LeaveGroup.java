package dev.parley.contracts.conversation;

import dev.parley.contracts.ReplyTo;

/// Asks to leave a group. Nobody leaves the lobby.
///
/// @param conversation id of the group
/// @param account handle of the member who leaves
/// @param clientMessageId unique within conversation and account
/// @param replyTo who waits for the answer
public record LeaveGroup(
    String conversation, String account, String clientMessageId, ReplyTo replyTo)
    implements ConversationRecord {}
