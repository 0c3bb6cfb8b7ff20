package dev.parley.contracts.conversation;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.auth.Role;

/// Asks that an account may write in a group again.
///
/// @param conversation id of the group
/// @param by handle of who asks: a moderator that is a member, or an administrator
/// @param account handle of who is muted; need not be a member any more
/// @param clientMessageId unique within conversation and `by`
/// @param replyTo who waits for the answer
/// @param role what `by` may do, as its gateway says
public record UnmuteMember(
    String conversation,
    String by,
    String account,
    String clientMessageId,
    ReplyTo replyTo,
    Role role)
    implements ConversationRecord {}
