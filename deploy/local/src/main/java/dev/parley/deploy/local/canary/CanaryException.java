package dev.parley.deploy.local.canary;

import java.io.Serial;

/// A visit failed.
final class CanaryException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /// @param what one sentence without the message and the password
  CanaryException(String what) {
    super(printable(what));
  }

  CanaryException(String what, Throwable cause) {
    super(printable(what + ": " + cause), cause);
  }

  /// What a server says may drive no terminal.
  private static String printable(String text) {
    return text.replaceAll("\\p{Cc}", " ");
  }
}
