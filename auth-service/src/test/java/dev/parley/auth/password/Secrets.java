package dev.parley.auth.password;

import dev.parley.password.Secret;
import java.nio.charset.StandardCharsets;

/// Passwords for tests.
public final class Secrets {
  private Secrets() {}

  /// {@return the text as a password}
  ///
  /// @param text any text
  public static Secret of(String text) {
    return new Secret(text.getBytes(StandardCharsets.UTF_8));
  }
}
