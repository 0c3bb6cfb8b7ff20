package dev.parley.gateway.file;

/// The file store has no room left.
public final class StoreFullException extends StoreFaultException {
  private static final long serialVersionUID = 1;

  /// Names the fault.
  ///
  /// @param cause why, or what found it
  public StoreFullException(Throwable cause) {
    super("the server has no room left for files", cause);
  }
}
