package dev.parley.contracts.query;

import dev.parley.contracts.ReplyTo;

/// Asks for every version of a message, the first one included. Refused with `no_such_message` if
/// it was withdrawn.
///
/// @param account handle of who asks; must be a member
/// @param conversation conversation id
/// @param message seq of the message
/// @param replyTo where the answer goes
public record FetchEdits(String account, String conversation, long message, ReplyTo replyTo)
    implements QueryRecord {}
