package dev.parley.contracts.delivery;

/// One version of a message.
///
/// @param seq seq of the message or of the edit
/// @param at when it was posted or edited, epoch milliseconds
/// @param text what it said from then on
public record Edit(long seq, long at, String text) {

  /// {@return all but the text, which belongs in no log}
  @Override
  public String toString() {
    return "Edit[seq=%d, at=%d]".formatted(seq, at);
  }
}
