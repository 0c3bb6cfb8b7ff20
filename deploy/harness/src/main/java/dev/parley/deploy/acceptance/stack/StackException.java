package dev.parley.deploy.acceptance.stack;

import java.io.Serial;

/// The stack cannot be driven: the launcher failed, or a process did not come back.
public final class StackException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /// Makes one.
  ///
  /// @param message what was tried and what the launcher said
  public StackException(String message) {
    super(message);
  }

  /// Makes one with a cause.
  ///
  /// @param message what was tried
  /// @param cause why it failed
  public StackException(String message, Throwable cause) {
    super(message, cause);
  }
}
