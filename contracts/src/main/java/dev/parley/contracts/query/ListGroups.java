package dev.parley.contracts.query;

import dev.parley.contracts.ReplyTo;

/// Asks for the groups that the account may know of: its own, the lobby and open ones.
///
/// @param account handle of who asks
/// @param replyTo where the answer goes
public record ListGroups(String account, ReplyTo replyTo) implements QueryRecord {}
