package dev.parley.contracts.query;

import dev.parley.contracts.ReplyTo;
import org.jspecify.annotations.Nullable;

/// Asks for the latest messages of a conversation, or the latest before a seq. Messages of those
/// whom the account blocks are left out before the page is cut.
///
/// @param account handle of who asks; must be a member
/// @param conversation conversation id
/// @param before seq above the last wanted message, or `null` for the latest
/// @param limit most messages in the answer, 1 to 200
/// @param replyTo where the answer goes
public record FetchHistory(
    String account, String conversation, @Nullable Long before, int limit, ReplyTo replyTo)
    implements QueryRecord {}
