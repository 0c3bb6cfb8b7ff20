package dev.parley.gateway.request.line;

/// Text inside a line: a newline travels as `\n`, a backslash as `\\`.
public final class LineText {
  private LineText() {}

  /// {@return the text as it stands in a line}
  ///
  /// @param text may have several lines
  public static String escape(String text) {
    if (text.indexOf('\n') < 0 && text.indexOf('\\') < 0) {
      return text;
    }
    return text.replace("\\", "\\\\").replace("\n", "\\n");
  }

  /// {@return the text of a line; an escape that does not exist stands for itself}
  ///
  /// @param text as it stands there
  public static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (c == '\\' && (next == 'n' || next == '\\')) {
        plain.append(next == 'n' ? '\n' : '\\');
        i++;
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
