package dev.parley.deploy.local.admin;

/// Text that cannot drive a terminal.
final class Printable {
  private Printable() {}

  /// {@return the text with a `?` for each control character and each one that turns writing}
  ///
  /// @param text from anywhere
  static String of(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
