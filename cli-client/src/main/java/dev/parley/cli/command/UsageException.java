package dev.parley.cli.command;

/// The words after a command do not fit it.
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Makes one; the usage of the command says the rest.
  public UsageException() {
    super(null, null, false, false);
  }
}
