package dev.parley.gateway.door.ssh.shell;

import dev.parley.gateway.door.ssh.SafeText;

/// How text is set off, with colours or without.
///
/// @param colours whether escape sequences for colours may be written
record Looks(boolean colours) {
  private static final String RESET = "\u001b[0m";
  private static final int[] AUTHORS = {31, 32, 33, 34, 35, 36, 91, 92, 94, 95, 96};

  /// {@return something that matters less}
  String dim(String text) {
    return styled("2", text);
  }

  /// {@return something that went wrong}
  String wrong(String text) {
    return styled("31", text);
  }

  /// {@return a handle, in a colour of its own}
  String author(String handle) {
    int colour = AUTHORS[Math.floorMod(handle.hashCode(), AUTHORS.length)];
    return styled("1;" + colour, handle);
  }

  /// {@return what somebody wrote, harmless, further lines indented}
  String written(String text) {
    return SafeText.of(text).replace("\n", "\n      ");
  }

  private String styled(String style, String text) {
    String safe = SafeText.of(text);
    return colours ? "\u001b[" + style + "m" + safe + RESET : safe;
  }
}
