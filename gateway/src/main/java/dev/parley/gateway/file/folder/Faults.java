package dev.parley.gateway.file.folder;

import dev.parley.gateway.file.StoreFaultException;
import dev.parley.gateway.file.StoreFullException;
import java.io.IOException;

/// Tells callers of the store what the disk said.
final class Faults {
  private Faults() {}

  /// {@return the fault as callers know it}
  ///
  /// @param message what could not be done
  /// @param cause why
  static StoreFaultException of(String message, IOException cause) {
    String reason = String.valueOf(cause.getMessage());
    return reason.contains("No space left") || reason.contains("quota exceeded")
        ? new StoreFullException(cause)
        : new StoreFaultException(message, cause);
  }
}
