package dev.parley.contracts.query;

import dev.parley.contracts.ReplyTo;

/// Asks for the pinned messages of a conversation; a [dev.parley.contracts.delivery.HistoryPage]
/// answers.
///
/// @param account handle of who asks; must be a member
/// @param conversation conversation id
/// @param replyTo where the answer goes
public record FetchPinned(String account, String conversation, ReplyTo replyTo)
    implements QueryRecord {}
