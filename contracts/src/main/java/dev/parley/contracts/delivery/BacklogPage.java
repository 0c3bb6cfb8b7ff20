package dev.parley.contracts.delivery;

import dev.parley.contracts.query.Range;
import java.util.List;

/// Answers `FetchBacklog`.
///
/// @param request number of the request
/// @param messages number of messages of others in all ranges asked for, this page and the rest
/// @param conversations the entries of this page; a conversation's entries may have holes where
///   something was left out
/// @param remaining what is still to be asked for; empty at the end
public record BacklogPage(
    long request, long messages, List<ConversationEntries> conversations, List<Range> remaining)
    implements Reply {}
