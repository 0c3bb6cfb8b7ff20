package dev.parley.routing.search;

import java.util.Set;

/// A message as it is indexed.
///
/// @param conversation number of the conversation
/// @param seq seq of the message
/// @param at time of the message, epoch milliseconds
/// @param author handle of its author
/// @param folded its text in lower case
/// @param words the different words of it, letters and digits only
public record Document(
    long conversation, long seq, long at, String author, String folded, Set<String> words) {

  /// {@return a message that is to be indexed}
  ///
  /// @param conversation number of the conversation
  /// @param seq seq of the message
  /// @param at time of the message, epoch milliseconds
  /// @param author handle of its author
  /// @param text what it says now
  public static Document of(long conversation, long seq, long at, String author, String text) {
    String folded = FoldedText.fold(text);
    return new Document(conversation, seq, at, author, folded, FoldedText.words(folded));
  }

  /// {@return where it stands; its text belongs in no log}
  @Override
  public String toString() {
    return "Document[conversation=%d, seq=%d]".formatted(conversation, seq);
  }
}
