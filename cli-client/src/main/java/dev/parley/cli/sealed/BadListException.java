package dev.parley.cli.sealed;

/// A list of devices, or a statement in it, does not hold.
public final class BadListException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadListException(String message) {
    super(message, null, false, false);
  }
}
