package dev.parley.contracts.query;

import dev.parley.contracts.ReplyTo;

/// Asks for the account's conversations with their cursors, and for whom the account blocks.
///
/// @param account handle of who asks
/// @param replyTo where the answer goes
public record ListConversations(String account, ReplyTo replyTo) implements QueryRecord {}
