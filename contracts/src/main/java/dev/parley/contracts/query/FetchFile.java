package dev.parley.contracts.query;

import dev.parley.contracts.ReplyTo;

/// Asks whether an account may have a file: it may read the conversation, and the message is there
/// with that file. Refused with `no_such_file` if the message was withdrawn or never came.
///
/// @param account handle of who wants the file
/// @param conversation conversation id of the message
/// @param author handle of the message's author
/// @param clientMessageId what the author called the message
/// @param file id of the file
/// @param replyTo where the answer goes
public record FetchFile(
    String account,
    String conversation,
    String author,
    String clientMessageId,
    String file,
    ReplyTo replyTo)
    implements QueryRecord {}
