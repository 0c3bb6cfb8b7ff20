package dev.parley.presence.postgres;

import java.sql.SQLException;

/// A statement failed; carries the driver's exception to the border of the transaction.
final class SqlFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final SQLException failure;

  SqlFailedException(SQLException failure) {
    super(failure);
    this.failure = failure;
  }

  SQLException failure() {
    return failure;
  }
}
