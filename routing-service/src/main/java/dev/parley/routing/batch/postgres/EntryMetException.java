package dev.parley.routing.batch.postgres;

/// An entry to be inserted is stored already.
final class EntryMetException extends Exception {
  private static final long serialVersionUID = 1;

  EntryMetException(Throwable cause) {
    super(cause);
  }
}
