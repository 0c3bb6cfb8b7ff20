package dev.parley.routing.history;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.MessageState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A message as it is now.
///
/// @param entry its entry, with the text that it has now
/// @param state what changes have made of it, or `null` if it is as posted
public record ReadMessage(Entry entry, @Nullable MessageState state) {
  /// What stands around a message and around its state.
  private static final int OVERHEAD = 160;

  /// {@return characters that it takes in an answer, about}
  public int size() {
    String text = entry.text();
    int size = OVERHEAD + (text == null ? 0 : text.length());
    return state == null ? size : size + OVERHEAD + size(state.reactions());
  }

  private static int size(Map<String, List<String>> reactions) {
    return reactions.values().stream().flatMap(List::stream).mapToInt(h -> h.length() + 3).sum();
  }
}
