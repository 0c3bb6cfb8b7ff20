package dev.parley.gateway.request.account;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.exchange.RequestFailedException;

/// What the gateway can check of a password alone.
final class Passwords {
  /// Longest password, in characters; hashing a huge one would cost (CVE-2026-24458).
  static final int MAX_LENGTH = 128;

  private Passwords() {}

  static void checkLength(String password) {
    if (password.length() > MAX_LENGTH) {
      throw new RequestFailedException(
          ErrorCode.WEAK_PASSWORD, "a password has at most 128 characters");
    }
  }
}
