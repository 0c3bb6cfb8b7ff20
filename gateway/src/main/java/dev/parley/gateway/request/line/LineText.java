package dev.parley.gateway.request.line;

/// Text inside a line: a newline travels as `\n`, a backslash as `\\`.
final class LineText {
  private LineText() {}

  static String escape(String text) {
    if (text.indexOf('\n') < 0 && text.indexOf('\\') < 0) {
      return text;
    }
    return text.replace("\\", "\\\\").replace("\n", "\\n");
  }

  /// An escape that does not exist stands for itself.
  static String unescape(String text) {
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
