package dev.parley.contracts.query;

import dev.parley.contracts.ReplyTo;

/// Asks for the members of a group.
///
/// @param account handle of who asks; must be a member
/// @param conversation id of the group
/// @param replyTo where the answer goes
public record ListMembers(String account, String conversation, ReplyTo replyTo)
    implements QueryRecord {}
