package dev.parley.gateway.door;

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

  /// A word from the server.
  ///
  /// @param code stable name of what it is about
  /// @param text one sentence for people
  record Notice(String code, String text) implements Event {}
}
