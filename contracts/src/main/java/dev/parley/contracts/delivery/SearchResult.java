package dev.parley.contracts.delivery;

import dev.parley.contracts.conversation.Entry;
import org.jspecify.annotations.Nullable;

/// A message that was found.
///
/// @param conversation conversation id
/// @param message the message, with the text that it has now
/// @param state what changes have made of it, or `null` if it is as posted
public record SearchResult(String conversation, Entry message, @Nullable MessageState state) {}
