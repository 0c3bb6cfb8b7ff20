package dev.parley.gateway.door;

import dev.parley.contracts.conversation.Entry;

/// Who reads entries, and which of them it is to see.
public interface Reader {
  /// {@return handle of the account}
  String account();

  /// {@return whether every entry of a chunk is to be seen, judged without looking at each}
  ///
  /// @param chunk entries of one conversation
  boolean seesAllOf(EntryChunk chunk);

  /// {@return whether the entry is to be seen}
  ///
  /// @param chunk where it stands
  /// @param entry one of its entries
  boolean sees(EntryChunk chunk, Entry entry);
}
