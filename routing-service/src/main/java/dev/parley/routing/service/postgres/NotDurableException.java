package dev.parley.routing.service.postgres;

import org.jspecify.annotations.Nullable;

/// The database does not promise to keep what it has committed.
public final class NotDurableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotDurableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
