package dev.parley.contracts.delivery;

import dev.parley.contracts.conversation.Attachment;

/// Answers `FetchFile`: the account may have the file; and `CheckFile`: a message has it.
///
/// @param request number of the request
/// @param seq seq of the message that the file belongs to
/// @param attachment the file
public record FileFound(long request, long seq, Attachment attachment) implements Reply {}
