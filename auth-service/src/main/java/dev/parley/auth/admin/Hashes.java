package dev.parley.auth.admin;

import dev.parley.password.PasswordHash;
import java.util.Optional;

/// Hashes that were made elsewhere.
final class Hashes {
  private static final int MAX_LENGTH = 400;

  private Hashes() {}

  /// {@return what keeps a hash from being taken, if something does}
  static Optional<String> breach(String phc) {
    if (phc.length() > MAX_LENGTH) {
      return Optional.of("a hash has at most " + MAX_LENGTH + " characters");
    }
    try {
      return PasswordHash.parse(phc).breach();
    } catch (IllegalArgumentException e) {
      return Optional.of("this is no PHC string of Argon2id, version 19");
    }
  }
}
