package dev.parley.cli.screen;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/// Words are what stands between blanks; quotes and backslashes mean nothing in a chat, and every
/// line is complete.
final class ChatParser implements Parser {

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    int start = cursor;
    while (start > 0 && !Character.isWhitespace(line.charAt(start - 1))) {
      start--;
    }
    int index = line.substring(0, start).isBlank() ? 0 : 1;
    return new Line(line, cursor, line.substring(start, cursor), index);
  }

  /// @param line all of it
  /// @param cursor where the cursor is in it
  /// @param word what stands before the cursor, from the last blank on
  /// @param wordIndex 0 for the first word, 1 for any other
  private record Line(String line, int cursor, String word, int wordIndex)
      implements CompletingParsedLine {

    @Override
    public int wordCursor() {
      return word.length();
    }

    @Override
    public List<String> words() {
      return wordIndex == 0 ? List.of(word) : List.of("", word);
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return word.length();
    }

    @Override
    public int rawWordLength() {
      return word.length();
    }
  }
}
