package dev.parley.gateway.file.rest;

import java.nio.charset.StandardCharsets;

/// The header `Content-Disposition` (RFC 6266): what a file is called, without harm.
final class Disposition {
  private static final String PLAIN = "!#$&+-.^_`|~";

  private Disposition() {}

  /// {@return the value}
  ///
  /// @param isInline whether it may be shown in a page
  /// @param name name of the file, any characters
  static String of(boolean isInline, String name) {
    return "%s; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(isInline ? "inline" : "attachment", ascii(name), encoded(name));
  }

  /// For clients that read no other: what is not plain becomes `_`.
  private static String ascii(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    name.codePoints()
        .forEach(
            c -> plain.append(c >= ' ' && c < 0x7f && "\"\\%;".indexOf(c) < 0 ? (char) c : '_'));
    return plain.toString();
  }

  /// RFC 8187 section 3.2.
  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      boolean plain = isAlphanumeric(c) || PLAIN.indexOf(c) >= 0;
      if (plain) {
        encoded.append(c);
      } else {
        encoded.append('%').append("%02X".formatted((int) c));
      }
    }
    return encoded.toString();
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
