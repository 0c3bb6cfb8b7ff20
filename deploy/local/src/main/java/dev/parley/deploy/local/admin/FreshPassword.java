package dev.parley.deploy.local.admin;

import java.security.SecureRandom;

/// Passwords that nobody can guess and anybody can read out: no 0 and O, no 1, I and l.
final class FreshPassword {
  private static final String CHARACTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 20;
  private static final int GROUP = 5;

  private FreshPassword() {}

  /// {@return 100 random bits}
  static String make() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        password.append('-');
      }
      password.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return password.toString();
  }
}
