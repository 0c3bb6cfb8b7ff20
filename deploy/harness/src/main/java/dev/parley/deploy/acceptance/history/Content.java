package dev.parley.deploy.acceptance.history;

/// What stands at one position of a conversation, as every reader must see it.
public sealed interface Content {

  /// A message.
  ///
  /// @param time when, as the server says
  /// @param author handle of the author
  /// @param text the text, unescaped
  record Message(String time, String author, String text) implements Content {}

  /// A change of the membership.
  ///
  /// @param description who was added, joined, removed or left, when and by whom
  record Change(String description) implements Content {}
}
