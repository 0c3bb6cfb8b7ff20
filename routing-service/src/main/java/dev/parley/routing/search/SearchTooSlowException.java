package dev.parley.routing.search;

/// A search took longer than any may take.
public final class SearchTooSlowException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Says so.
  ///
  /// @param cause how the database put it
  public SearchTooSlowException(Throwable cause) {
    super(cause);
  }
}
