package dev.parley.gateway.file;

/// The file store cannot do what it was asked, now.
public class StoreFaultException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Names the fault.
  ///
  /// @param message what could not be done
  /// @param cause why
  public StoreFaultException(String message, Throwable cause) {
    super(message, cause);
  }
}
