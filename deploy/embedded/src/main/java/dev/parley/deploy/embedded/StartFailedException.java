package dev.parley.deploy.embedded;

import java.io.Serial;

/// A server could not be brought up; the message names the cause and ends with its last log lines.
public final class StartFailedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /// Makes one without a cause.
  ///
  /// @param message what failed, and what to do about it
  public StartFailedException(String message) {
    super(message);
  }

  /// Makes one with a cause.
  ///
  /// @param message what failed, and what to do about it
  /// @param cause what was thrown on the way
  public StartFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
