package dev.parley.deploy.acceptance.line;

import java.time.Instant;

/// A message as a reader sees it: `* msg TARGET SEQ TIME USER TEXT`.
///
/// @param target the conversation as the reader addresses it: `@bob`, `#name`
/// @param seq position in the conversation, from 1
/// @param time when it was written, to the millisecond
/// @param author handle of the author
/// @param text the text, unescaped
public record ReceivedMessage(String target, long seq, Instant time, String author, String text) {

  private static final int PARTS = 7;

  /// {@return the message that an event tells of}
  ///
  /// @param event a `msg` event
  /// @throws IllegalArgumentException if a part is missing or is not of its kind
  public static ReceivedMessage of(Event event) {
    String[] parts = event.line().split(" ", PARTS);
    if (!event.isMessage() || parts.length < PARTS) {
      throw new IllegalArgumentException(
          "a message is * msg TARGET SEQ TIME USER TEXT, got " + event.line());
    }
    return new ReceivedMessage(
        parts[2],
        Long.parseLong(parts[3]),
        Instant.parse(parts[4]),
        parts[5],
        Escapes.unescape(parts[6]));
  }
}
