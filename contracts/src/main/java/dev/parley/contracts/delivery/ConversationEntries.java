package dev.parley.contracts.delivery;

import dev.parley.contracts.conversation.Entry;
import java.util.List;

/// Entries of one conversation, rising by exactly one.
///
/// @param conversation conversation id
/// @param entries at least one, in order of seq
public record ConversationEntries(String conversation, List<Entry> entries) {}
