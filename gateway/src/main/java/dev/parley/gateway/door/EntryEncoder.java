package dev.parley.gateway.door;

import dev.parley.contracts.conversation.Entry;

/// Turns an entry into the bytes of one protocol. Implementations are stateless.
public interface EntryEncoder {
  /// {@return the bytes of the entry, empty if this protocol does not show it}
  ///
  /// @param conversation conversation id
  /// @param entry the entry
  /// @param reader handle of who reads, or empty if the bytes are for every reader of a group
  byte[] encode(String conversation, Entry entry, String reader);

  /// {@return what stands between two entries that travel together; empty if each ends by itself}
  byte[] separator();

  /// {@return most bytes that entries which travel together may have, unless one alone has more}
  int maxJoined();
}
