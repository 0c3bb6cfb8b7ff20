package dev.parley.contracts.delivery;

import dev.parley.contracts.conversation.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers `FetchHistory` and `FetchPinned`.
///
/// @param request number of the request
/// @param messages oldest first, each with the text that it has now; that of a withdrawn one is
///   empty
/// @param states of those messages that were changed, by no order; the others are as posted
/// @param more true if there are older messages, or newer ones if those after a seq were asked for;
///   else `null` or false
public record HistoryPage(
    long request, List<Entry> messages, List<MessageState> states, @Nullable Boolean more)
    implements Reply {}
