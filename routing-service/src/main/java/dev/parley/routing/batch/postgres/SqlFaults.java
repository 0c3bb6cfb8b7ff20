package dev.parley.routing.batch.postgres;

import dev.parley.contracts.consumer.TemporaryFaultException;
import java.sql.SQLException;

/// What a failed statement means for its batch.
final class SqlFaults {
  /// PostgreSQL, appendix A: class 22 is "data exception", such as a character that no text column
  /// takes. It fails for ever.
  private static final String DATA_EXCEPTION = "22";

  private static final String UNIQUE_VIOLATION = "23505";

  private SqlFaults() {}

  /// {@return the exception to throw: one that sets a record aside only if that can mend it}
  static RuntimeException of(String what, SQLException fault) {
    String state = fault.getSQLState();
    return state != null && state.startsWith(DATA_EXCEPTION)
        ? new UnstorableException(what, fault)
        : new TemporaryFaultException(what, fault);
  }

  static boolean isUniqueViolation(SQLException fault) {
    return UNIQUE_VIOLATION.equals(fault.getSQLState());
  }
}
