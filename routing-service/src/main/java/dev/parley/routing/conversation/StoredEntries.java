package dev.parley.routing.conversation;

import dev.parley.contracts.conversation.Entry;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The entries that a batch may meet again: those looked up for it, and those it appends itself.
///
/// A batch is first tried without looking up its posts, since nearly all are new. It is tried again
/// with all of them where that turns out not to be enough: an insert meets a stored entry, or a
/// post is about to be refused that may have been stored earlier.
public final class StoredEntries {
  private final boolean complete;
  private final Map<EntryKey, Entry> known = new HashMap<>();
  private boolean incompleteMet;

  /// Makes an empty collection.
  ///
  /// @param complete whether every entry that the batch may meet again is looked up
  public StoredEntries(boolean complete) {
    this.complete = complete;
  }

  /// {@return whether an entry that is not here is not stored}
  public boolean isComplete() {
    return complete;
  }

  /// Asks for the batch to be tried again with all entries looked up.
  public void demandComplete() {
    incompleteMet = true;
  }

  /// {@return whether the batch is to be tried again with all entries looked up}
  public boolean isDemandedComplete() {
    return incompleteMet;
  }

  /// {@return the entry, or `null` if none is known}
  ///
  /// @param key what it is known by
  public @Nullable Entry find(EntryKey key) {
    return known.get(key);
  }

  /// Notes an entry that was found, or is being appended.
  ///
  /// @param key what it is known by
  /// @param entry the entry
  public void add(EntryKey key, Entry entry) {
    known.put(key, entry);
  }
}
