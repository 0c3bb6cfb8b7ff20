package dev.parley.routing.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The committed states of one partition's conversations that were used last.
///
/// Belongs to the thread of the batches. One that is dropped is read again when it is needed.
public final class ConversationCache {
  private final Map<String, ConversationState> states;

  /// Makes an empty cache.
  ///
  /// @param capacity most states kept
  public ConversationCache(int capacity) {
    this.states =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, ConversationState> eldest) {
            return size() > capacity;
          }
        };
  }

  /// {@return the state, or `null` if it is not here}
  ///
  /// @param name conversation id
  public @Nullable ConversationState get(String name) {
    return states.get(name);
  }

  /// Keeps a committed state.
  ///
  /// @param state the state
  public void put(ConversationState state) {
    states.put(state.name(), state);
  }

  /// {@return number of states kept}
  public int size() {
    return states.size();
  }
}
