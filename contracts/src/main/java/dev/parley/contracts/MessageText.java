package dev.parley.contracts;

/// The rule of what a message may contain.
///
/// Text has 1 to 4,000 characters (Unicode code points). Control characters other than newline and
/// tab, and the invisible characters that turn the direction of writing, are removed before it is
/// stored, so that no message can drive another person's terminal. Lone surrogates are replaced.
public final class MessageText {
  /// Longest text, in code points.
  public static final int MAX_LENGTH = 4_000;

  private static final int REPLACEMENT = 0xFFFD;

  private MessageText() {}

  /// {@return the text without the characters that no message may hold}
  ///
  /// @param text as somebody typed it
  public static String clean(String text) {
    return isClean(text) ? text : withoutForbidden(text);
  }

  /// {@return the number of characters by which the length limit counts}
  ///
  /// @param text any text
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean isClean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' ? isForbidden(c) : c >= 0x7f && (isForbidden(c) || Character.isSurrogate(c))) {
        return false;
      }
    }
    return true;
  }

  private static String withoutForbidden(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !isForbidden(c))
        .map(c -> isLoneSurrogate(c) ? REPLACEMENT : c)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isLoneSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  /// C0 and C1 controls, line and paragraph separators, and the bidirectional controls of Unicode
  /// Standard Annex 9 (the "Trojan Source" characters), which reorder what a reader sees.
  private static boolean isForbidden(int c) {
    return (c < ' ' && c != '\n' && c != '\t')
        || (c >= 0x7f && c <= 0x9f)
        || c == 0x061c
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
