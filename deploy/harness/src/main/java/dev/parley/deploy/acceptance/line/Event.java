package dev.parley.deploy.acceptance.line;

/// Something that a client is told unasked: `* EVENT …`.
///
/// @param line the line without its end
public record Event(String line) {

  private static final String MARK = "* ";

  /// {@return the first word after the mark, such as `msg`}
  public String kind() {
    return word(1);
  }

  /// {@return whether this is a message}
  public boolean isMessage() {
    return kind().equals("msg");
  }

  /// {@return whether this is a change of a group's membership}
  public boolean isMember() {
    return kind().equals("member");
  }

  /// {@return whether this is a word from the server}
  public boolean isNotice() {
    return kind().equals("notice");
  }

  /// {@return a word of the line, the mark being word 0, or an empty string}
  ///
  /// @param index position of the word
  public String word(int index) {
    String[] words = line.split(" ", -1);
    return index < words.length ? words[index] : "";
  }

  static boolean isEvent(String line) {
    return line.startsWith(MARK);
  }
}
