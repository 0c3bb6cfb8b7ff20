package dev.parley.deploy.acceptance.line;

import java.util.List;

/// The answer to one command: `+ok VERB …` or `-err CODE TEXT`, with the rows of a listing.
///
/// @param line the first line, without its end
/// @param rows the rows that followed, without their leading `= `
public record Reply(String line, List<String> rows) {

  private static final String OK = "+ok";
  private static final String REFUSAL = "-err";

  /// Keeps a copy of the rows.
  public Reply {
    rows = List.copyOf(rows);
  }

  /// {@return whether the command was done}
  public boolean isOk() {
    return word(0).equals(OK);
  }

  /// {@return the stable code of a refusal, or an empty string if the command was done}
  public String code() {
    return word(0).equals(REFUSAL) ? word(1) : "";
  }

  /// {@return a word of the first line, the mark being word 0, or an empty string}
  ///
  /// @param index position of the word
  public String word(int index) {
    String[] words = line.split(" ", -1);
    return index < words.length ? words[index] : "";
  }

  /// {@return the number at the end of the first line: a seq, or the count of a listing}
  ///
  /// @throws NumberFormatException if there is none
  public long number() {
    return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
  }

  static boolean isFirstLine(String line) {
    return line.equals(OK) || line.startsWith(OK + " ") || line.startsWith(REFUSAL + " ");
  }
}
