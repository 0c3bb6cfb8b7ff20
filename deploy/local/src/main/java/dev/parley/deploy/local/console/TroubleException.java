package dev.parley.deploy.local.console;

import java.io.Serial;

/// A command cannot go on, for a reason that the person at the terminal can do something about.
public final class TroubleException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String cure;

  /// Makes one.
  ///
  /// @param cause what is wrong, as one sentence; may go on with quoted log lines
  /// @param cure what to do about it, as one sentence
  public TroubleException(String cause, String cure) {
    super(cause);
    this.cure = cure;
  }

  /// {@return what to do about it}
  public String cure() {
    return cure;
  }
}
