package dev.parley.gateway.door.ssh;

import dev.parley.contracts.MessageText;
import java.nio.charset.StandardCharsets;

/// The last word on what reaches a terminal: whatever others wrote was cleaned before it was
/// stored, and is cleaned once more here, so that no gap there lets a message drive a terminal.
public final class SafeText {
  private SafeText() {}

  /// {@return the text without control characters other than newline and tab, and without those
  /// that turn the direction of writing}
  ///
  /// @param text anything
  public static String of(String text) {
    return MessageText.clean(text);
  }

  /// {@return the same bytes if they are harmless, else what is left of them}
  ///
  /// @param lines UTF-8
  public static byte[] bytes(byte[] lines) {
    for (byte each : lines) {
      if ((each < ' ' && each != '\n') || each == 0x7f) {
        return of(new String(lines, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
      }
    }
    return lines;
  }
}
