package dev.parley.cli.text;

/// Takes from a text what could drive the terminal that shows it, or disturb the lines around it.
///
/// A terminal is an interpreter: an escape sequence in a message could set the title, write the
/// clipboard (OSC 52), clear the screen or switch the mouse on. The server removes control
/// characters before it stores a message; this class trusts no server. Whatever comes out is free
/// of C0 and C1 controls (newline excepted, in [#text]), of DEL, of characters that turn the
/// direction of writing or take no room, of lone surrogates, and has at most four marks on a
/// letter.
///
/// Controls are shown and not dropped (`^[` for ESC, `<9b>` for a C1 control): a reader sees that
/// somebody tried.
public final class Neutral {

  private static final int MARKS = 4;
  private static final int DELETE = 0x7f;
  private static final int CARET = 0x40;

  private Neutral() {}

  /// {@return a text of any number of lines, harmless}
  ///
  /// @param foreign what somebody else wrote
  public static String text(String foreign) {
    return clean(foreign, false);
  }

  /// {@return a text of one line, harmless; newlines become blanks}
  ///
  /// @param foreign what somebody else wrote
  public static String line(String foreign) {
    return clean(foreign, true).strip();
  }

  private static String clean(String foreign, boolean oneLine) {
    var clean = new StringBuilder(foreign.length());
    int marks = 0;
    boolean joined = false;
    for (int at = 0; at < foreign.length(); ) {
      int sign = foreign.codePointAt(at);
      at += Character.charCount(sign);
      marks = isMark(sign) ? marks + 1 : 0;
      boolean joiner = isJoiner(sign);
      if (marks <= MARKS && !(joiner && joined)) {
        append(clean, sign, oneLine);
      }
      joined = joiner;
    }
    return clean.toString();
  }

  private static void append(StringBuilder clean, int sign, boolean oneLine) {
    switch (sign) {
      case '\n', 0x2028, 0x2029, 0x85 -> clean.append(oneLine ? ' ' : '\n');
      case '\t' -> clean.append(oneLine ? " " : "    ");
      case '\r' -> {
        // A line that ends in CRLF ends in LF; alone it would overwrite the line.
      }
      default -> appendOther(clean, sign);
    }
  }

  private static void appendOther(StringBuilder clean, int sign) {
    if (sign < ' ' || sign == DELETE) {
      clean.append('^').append((char) (sign ^ CARET));
    } else if (sign < 0xa0 && sign > DELETE) {
      clean.append('<').append(Integer.toHexString(sign)).append('>');
    } else if (Character.getType(sign) == Character.SURROGATE) {
      clean.append('\ufffd');
    } else if (!isInvisible(sign)) {
      clean.appendCodePoint(sign);
    }
  }

  private static boolean isMark(int sign) {
    int type = Character.getType(sign);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /// Zero width joiners are part of emoji and of some scripts; more than one in a row is of none.
  private static boolean isJoiner(int sign) {
    return sign == 0x200c || sign == 0x200d;
  }

  /// Direction controls, zero width space, word joiner, byte order mark, soft hyphen, fillers,
  /// tags.
  private static boolean isInvisible(int sign) {
    if (isJoiner(sign)) {
      return false;
    }
    return switch (sign) {
      case 0x115f, 0x1160, 0x180e, 0x3164, 0xffa0 -> true;
      default -> Character.getType(sign) == Character.FORMAT;
    };
  }
}
