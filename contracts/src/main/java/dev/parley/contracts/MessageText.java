package dev.parley.contracts;

/// The rule of what a message may contain.
///
/// Text has 1 to 4,000 characters (Unicode code points). Control characters other than newline and
/// tab, and the invisible characters that turn the direction of writing, are removed before it is
/// stored, so that no message can drive another person's terminal; and of the marks that stand on
/// one character all but the first 8, which no script needs, and whose towers cover other lines and
/// have crashed terminals (CVE-2021-26937). Lone surrogates are replaced.
public final class MessageText {
  /// Longest text, in code points.
  public static final int MAX_LENGTH = 4_000;

  private static final int REPLACEMENT = 0xFFFD;

  /// Most marks on one character.
  private static final int MAX_MARKS = 8;

  /// U+0300, the first mark; what is below need not be looked up.
  private static final int FIRST_MARK = 0x300;

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
    int marks = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' ? isForbidden(c) : c >= 0x7f && (isForbidden(c) || Character.isSurrogate(c))) {
        return false;
      }
      marks = isMark(c) ? marks + 1 : 0;
      if (marks > MAX_MARKS) {
        return false;
      }
    }
    return true;
  }

  private static String withoutForbidden(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    int marks = 0;
    int next;
    for (int i = 0; i < text.length(); i = next) {
      int c = text.codePointAt(i);
      next = i + Character.charCount(c);
      if (!isForbidden(c)) {
        marks = isMark(c) ? marks + 1 : 0;
        if (marks <= MAX_MARKS) {
          kept.appendCodePoint(isLoneSurrogate(c) ? REPLACEMENT : c);
        }
      }
    }
    return kept.toString();
  }

  private static boolean isMark(int c) {
    if (c < FIRST_MARK) {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
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
