package dev.parley.gateway.door;

import dev.parley.contracts.conversation.Entry;

/// Turns an entry into the bytes of one protocol. Implementations are stateless.
@FunctionalInterface
public interface EntryEncoder {
  /// {@return the bytes of the entry, empty if this protocol does not show it}
  ///
  /// @param conversation conversation id
  /// @param entry the entry
  /// @param reader handle of who reads; matters in direct conversations and inboxes only
  byte[] encode(String conversation, Entry entry, String reader);
}
