package dev.parley.contracts.consumer;

/// Something that a batch needs is out of reach for now, such as the database: the batch is read
/// and handled again, as often as it takes, and nothing after it is touched.
public final class TemporaryFaultException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Names the fault.
  ///
  /// @param message what was out of reach
  /// @param cause why
  public TemporaryFaultException(String message, Throwable cause) {
    super(message, cause);
  }
}
