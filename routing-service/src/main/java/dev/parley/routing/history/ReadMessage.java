package dev.parley.routing.history;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.MessageState;
import org.jspecify.annotations.Nullable;

/// A message as it is now.
///
/// @param entry its entry, with the text that it has now
/// @param state what changes have made of it, or `null` if it is as posted
public record ReadMessage(Entry entry, @Nullable MessageState state) {}
