package dev.parley.gateway.door;

import dev.parley.contracts.conversation.Attachment;

/// Something that a client is told unasked, beside the entries of conversations.
public sealed interface Event {
  /// How many messages waited at this login; they follow.
  ///
  /// @param messages their number
  record Offline(long messages) implements Event {}

  /// An account came.
  ///
  /// @param account its handle
  record Came(String account) implements Event {}

  /// An account went.
  ///
  /// @param account its handle
  record Went(String account) implements Event {}

  /// An account that is here turned away from its screen, or came back to it.
  ///
  /// @param account its handle
  /// @param away whether it is away now
  record Away(String account, boolean away) implements Event {}

  /// An account is writing a message; worth nothing a few seconds later.
  ///
  /// @param conversation conversation id
  /// @param account its handle
  record Typing(String conversation, String account) implements Event {}

  /// The message before this has a file, which this client can get from an address.
  ///
  /// @param conversation conversation id
  /// @param reader handle of who reads this
  /// @param seq seq of the message
  /// @param file the file
  /// @param address gets it once
  record FileOffered(String conversation, String reader, long seq, Attachment file, String address)
      implements Event {
    /// {@return nothing that would let others use the address}
    @Override
    public String toString() {
      return "FileOffered[conversation=" + conversation + ", seq=" + seq + "]";
    }
  }

  /// A word from the server.
  ///
  /// @param code stable name of what it is about
  /// @param text one sentence for people
  record Notice(String code, String text) implements Event {}
}
