package dev.parley.contracts.query;

import dev.parley.contracts.ReplyTo;

/// Asks whether `by` has blocked the asker.
///
/// @param account handle of who asks
/// @param by handle of the account that may have blocked; refused with `no_such_user` if unknown
/// @param replyTo where the answer goes
public record CheckBlock(String account, String by, ReplyTo replyTo) implements QueryRecord {}
