package dev.parley.contracts.conversation;

import dev.parley.contracts.ReplyTo;

/// Asks to join an open group, which is created if no group has the name. A member who joins again
/// succeeds without an entry. A closed group answers as if the name were taken.
///
/// @param conversation id of the group
/// @param account handle of who joins
/// @param clientMessageId unique within conversation and account
/// @param replyTo who waits for the answer
public record JoinGroup(
    String conversation, String account, String clientMessageId, ReplyTo replyTo)
    implements ConversationRecord {}
