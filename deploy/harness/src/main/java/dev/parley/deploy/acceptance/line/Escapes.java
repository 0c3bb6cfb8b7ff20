package dev.parley.deploy.acceptance.line;

/// How TEXT travels in one line: a newline as `\n`, a backslash as `\\`.
public final class Escapes {

  private Escapes() {}

  /// {@return the text as it is written into a line}
  ///
  /// @param text any text
  public static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n");
  }

  /// {@return the text that a line stands for}
  ///
  /// @param line TEXT as it came in a line; a backslash before any other character stands for
  ///   itself
  public static String unescape(String line) {
    var text = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char next = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
      boolean escaped = line.charAt(i) == '\\' && (next == 'n' || next == '\\');
      text.append(!escaped ? line.charAt(i) : next == 'n' ? '\n' : '\\');
      i += escaped ? 1 : 0;
    }
    return text.toString();
  }
}
