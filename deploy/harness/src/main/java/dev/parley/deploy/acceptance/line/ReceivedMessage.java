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

  private static final String EVENT = "* msg ";
  private static final int PARTS = 5;

  /// {@return the message that an event tells of}
  ///
  /// @param event a `msg` event
  /// @throws IllegalArgumentException if a part is missing or is not of its kind
  public static ReceivedMessage of(Event event) {
    if (!event.isMessage()) {
      throw new IllegalArgumentException("a message is " + EVENT + "…, got " + event.line());
    }
    return ofRow(event.line().substring(EVENT.length()));
  }

  /// {@return the message in a row of `offline`}
  ///
  /// @param row `TARGET SEQ TIME USER TEXT`
  /// @throws IllegalArgumentException if a part is missing or is not of its kind
  public static ReceivedMessage ofRow(String row) {
    String[] parts = row.split(" ", PARTS);
    if (parts.length < PARTS) {
      throw new IllegalArgumentException("a message is TARGET SEQ TIME USER TEXT, got " + row);
    }
    return new ReceivedMessage(
        parts[0],
        Long.parseLong(parts[1]),
        Instant.parse(parts[2]),
        parts[3],
        Escapes.unescape(parts[4]));
  }
}
