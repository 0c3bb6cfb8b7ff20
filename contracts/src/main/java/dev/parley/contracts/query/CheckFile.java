package dev.parley.contracts.query;

import dev.parley.contracts.ReplyTo;

/// Asks whether a file is still needed: a message has it, whoever may read that. Nobody gets the
/// file by this; gateways ask before they sweep. Answered by `FileFound`; refused with
/// `no_such_file` if the message was withdrawn or never came, with `no_such_group` if not even the
/// conversation is there, of whatever kind.
///
/// @param account handle of the file's owner, who is the author of its message
/// @param conversation conversation id of the message
/// @param clientMessageId what the author called the message
/// @param file id of the file
/// @param replyTo where the answer goes
public record CheckFile(
    String account, String conversation, String clientMessageId, String file, ReplyTo replyTo)
    implements QueryRecord {}
