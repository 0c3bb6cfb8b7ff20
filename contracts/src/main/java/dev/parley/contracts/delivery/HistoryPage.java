package dev.parley.contracts.delivery;

import dev.parley.contracts.conversation.Entry;
import java.util.List;

/// Answers `FetchHistory`.
///
/// @param request number of the request
/// @param messages oldest first
public record HistoryPage(long request, List<Entry> messages) implements Reply {}
