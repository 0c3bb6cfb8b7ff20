package dev.parley.routing.conversation;

import dev.parley.contracts.topic.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;

/// The conversations that one try of a batch works on.
public final class Drafts {
  private final IntFunction<ConversationCache> caches;
  private final int partitions;
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final Map<String, Integer> homes = new HashMap<>();
  private final Set<String> missing = new HashSet<>();

  /// Works on nothing yet.
  ///
  /// @param caches the committed states, by partition
  /// @param partitions number of partitions of `parley.conversations`
  public Drafts(IntFunction<ConversationCache> caches, int partitions) {
    this.caches = caches;
    this.partitions = partitions;
  }

  /// Takes a conversation from the cache, or notes that it must be read.
  ///
  /// @param name conversation id
  /// @param partition partition of the record that names it
  /// @throws MisplacedRecordException if it lives in another partition
  void require(String name, int partition) {
    Integer home = homes.putIfAbsent(name, partition);
    if (home == null) {
      begin(name, partition);
    } else if (home != partition) {
      throw new MisplacedRecordException(name, home, partition);
    }
  }

  private void begin(String name, int partition) {
    ConversationState cached = caches.apply(partition).get(name);
    if (cached != null) {
      drafts.put(name, new Draft(cached, partition));
      return;
    }
    int home = Topics.partitionOf(name, partitions);
    if (home != partition) {
      throw new MisplacedRecordException(name, home, partition);
    }
    missing.add(name);
  }

  /// {@return ids of the conversations to be read}
  public Set<String> missing() {
    return missing;
  }

  /// Takes what was read, and keeps it in the cache. What is missing still does not exist.
  ///
  /// @param read states of those that exist, or that somebody blocks in
  public void loaded(Collection<ConversationState> read) {
    read.forEach(this::load);
    List.copyOf(missing).forEach(name -> load(ConversationState.absent(name)));
  }

  private void load(ConversationState state) {
    int partition = Objects.requireNonNull(homes.get(state.name()), state.name());
    missing.remove(state.name());
    caches.apply(partition).put(state);
    drafts.put(state.name(), new Draft(state, partition));
  }

  /// {@return the draft of a conversation that was required and loaded}
  ///
  /// @param name conversation id
  /// @throws IllegalStateException if it was not
  public Draft get(String name) {
    Draft draft = drafts.get(name);
    if (draft == null) {
      throw new IllegalStateException("not loaded: conversation " + name);
    }
    return draft;
  }

  /// {@return the conversations of which something changed}
  public List<Draft> changed() {
    List<Draft> changed = new ArrayList<>();
    for (Draft draft : drafts.values()) {
      if (draft.isChanged()) {
        changed.add(draft);
      }
    }
    return changed;
  }

  /// Makes the changed conversations the committed ones.
  public void keep() {
    for (Draft draft : changed()) {
      caches.apply(draft.partition()).put(draft.committed());
    }
  }
}
