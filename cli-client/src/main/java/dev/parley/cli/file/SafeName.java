package dev.parley.cli.file;

import dev.parley.cli.text.Neutral;

/// Makes a name for a file on this disk of what somebody else called it.
public final class SafeName {
  private static final int LONGEST = 120;

  private SafeName() {}

  /// {@return a name without folders, that is neither hidden nor an option of a command}
  ///
  /// @param foreign as the message has it
  public static String of(String foreign) {
    String name = Neutral.line(foreign).replaceAll("[/\\\\:*?\"<>|^]", "_").strip();
    if (name.length() > LONGEST) {
      name = name.substring(name.length() - LONGEST);
    }
    if (name.isEmpty()) {
      return "file";
    }
    return name.startsWith(".") || name.startsWith("-") ? "_" + name : name;
  }
}
