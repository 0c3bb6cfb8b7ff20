package dev.parley.cli.encryption;

import java.util.Locale;
import java.util.Optional;

/// Reads where a request goes, as the server reads it: handles in any case, with and without their
/// sign, and conversations of two by the handles of both. Whatever it takes for a direct
/// conversation must be taken for one here, or it would go out in clear.
final class Addresses {
  private Addresses() {}

  /// {@return `@bob` where a request goes to a conversation of two}
  ///
  /// @param typed `to` or `conversation` of a request
  /// @param me who asks
  static Optional<String> direct(String typed, String me) {
    if (typed.isEmpty() || typed.startsWith("#")) {
      return Optional.empty();
    }
    String[] handles = user(typed).split("\\+", 2);
    return Optional.of(
        "@" + (handles.length == 2 && handles[0].equals(me) ? handles[1] : handles[0]));
  }

  /// {@return a handle as it is compared}
  ///
  /// @param typed with or without its sign
  static String user(String typed) {
    String handle = typed.startsWith("@") ? typed.substring(1) : typed;
    return handle.toLowerCase(Locale.ROOT);
  }
}
