package dev.parley.password;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// What a new password must be: long enough, not too long, not the handle, not a common one.
///
/// No rule of composition, after NIST SP 800-63B section 3.1.1.2. Safe for use by many threads.
public final class PasswordRule {
  /// Most characters of a password. Longer ones are never hashed, so that nobody can burn the
  /// server's time with them (CVE-2026-24458).
  public static final int MAX_LENGTH = 128;

  private final int minLength;
  private final CommonPasswords common;

  /// Reads the bundled list of common passwords.
  ///
  /// @param minLength fewest characters, 1 to 128
  public PasswordRule(int minLength) {
    this.minLength = minLength;
    this.common = CommonPasswords.bundled();
  }

  /// {@return one sentence that says what is wrong with a new password, if something is}
  ///
  /// @param handle whose password it is to be
  /// @param password the wanted password
  public Optional<String> breach(String handle, Secret password) {
    int length = password.length();
    if (length < minLength || length > MAX_LENGTH) {
      return Optional.of(
          "a password has %d to %d characters, this one has %d"
              .formatted(minLength, MAX_LENGTH, length));
    }
    byte[] folded = password.folded();
    try {
      if (Arrays.equals(folded, handle.getBytes(StandardCharsets.UTF_8))) {
        return Optional.of("a password must not be the user name");
      }
      return common.contains(folded)
          ? Optional.of("this password is among those that are guessed first")
          : Optional.empty();
    } finally {
      Arrays.fill(folded, (byte) 0);
    }
  }
}
