package dev.parley.gateway.session;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.gateway.door.EntryChunk;
import java.util.ArrayList;
import java.util.List;

/// Cuts a page of backlog into chunks that a connection can hold.
final class BacklogSlices {
  /// Characters of text in a slice, unless one entry alone has more: at most 64 KiB of UTF-8.
  static final int MAX_CHARACTERS = 16_384;

  private BacklogSlices() {}

  /// {@return the page's entries in their order, in chunks of bounded size}
  static List<EntryChunk> of(List<ConversationEntries> page) {
    List<EntryChunk> slices = new ArrayList<>();
    for (ConversationEntries each : page) {
      cut(each, slices);
    }
    return slices;
  }

  private static void cut(ConversationEntries entries, List<EntryChunk> slices) {
    List<Entry> slice = new ArrayList<>();
    int characters = 0;
    for (Entry entry : entries.entries()) {
      int length = entry.text() == null ? 0 : entry.text().length();
      if (!slice.isEmpty() && characters + length > MAX_CHARACTERS) {
        slices.add(new EntryChunk(entries.conversation(), List.copyOf(slice)));
        slice.clear();
        characters = 0;
      }
      slice.add(entry);
      characters += length;
    }
    if (!slice.isEmpty()) {
      slices.add(new EntryChunk(entries.conversation(), List.copyOf(slice)));
    }
  }
}
