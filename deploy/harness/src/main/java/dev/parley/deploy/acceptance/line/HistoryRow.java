package dev.parley.deploy.acceptance.line;

import java.time.Instant;

/// A row of `history`: `SEQ TIME USER TEXT`.
///
/// @param seq position in the conversation, from 1
/// @param time when it was written, to the millisecond
/// @param author handle of the author
/// @param text the text, unescaped
public record HistoryRow(long seq, Instant time, String author, String text) {

  private static final int PARTS = 4;

  /// {@return what a row of a listing says}
  ///
  /// @param row the row without its `= `
  /// @throws IllegalArgumentException if a part is missing or is not of its kind
  public static HistoryRow of(String row) {
    String[] parts = row.split(" ", PARTS);
    if (parts.length < PARTS) {
      throw new IllegalArgumentException("a row is SEQ TIME USER TEXT, got " + row);
    }
    return new HistoryRow(
        Long.parseLong(parts[0]), Instant.parse(parts[1]), parts[2], Escapes.unescape(parts[3]));
  }
}
