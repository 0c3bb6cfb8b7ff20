package dev.parley.contracts;

/// What a message of an encrypted conversation says, as far as anybody but its readers can tell.
///
/// Shape: `parley-sealed-1:` and the envelope in base64url without padding; `1` is the suite.
/// `docs/encryption.md` says what the envelope holds. No service looks into it: it is stored and
/// passed on as it is, and never indexed.
public final class SealedText {
  /// What every sealed text begins with, and no clear one may.
  public static final String PREFIX = "parley-sealed-1:";

  /// Longest sealed text, in characters: 4,000 characters of four bytes, sealed to sixteen devices,
  /// take about 24,000.
  public static final int MAX_LENGTH = 32_768;

  /// What stands where a door shows no envelope.
  public static final String SHOWN = "[encrypted]";

  /// What a writer of clear text is told, cause and cure.
  public static final String NO_KEYS =
      "this conversation is encrypted; write to it from a browser or a terminal client with keys";

  private SealedText() {}

  /// {@return whether the text claims to be sealed}
  ///
  /// @param text any text
  public static boolean isSealed(String text) {
    return text.startsWith(PREFIX);
  }

  /// {@return whether a text that claims to be sealed has the shape of one}
  ///
  /// @param text a text that begins with [#PREFIX]
  public static boolean isWellFormed(String text) {
    int length = text.length() - PREFIX.length();
    if (length < 1 || text.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = PREFIX.length(); i < text.length(); i++) {
      if (!isBase64Url(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// {@return the text as a door without keys shows it}
  ///
  /// @param text any text
  public static String shown(String text) {
    return isSealed(text) ? SHOWN : text;
  }

  private static boolean isBase64Url(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
