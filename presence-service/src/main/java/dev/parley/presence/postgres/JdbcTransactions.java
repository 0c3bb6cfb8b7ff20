package dev.parley.presence.postgres;

import dev.parley.contracts.consumer.TemporaryFaultException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/// Runs work in a transaction of its own, READ COMMITTED. Safe for use by many threads.
@Singleton
final class JdbcTransactions {

  private static final String DATA_EXCEPTION = "22";
  private static final String INTEGRITY_VIOLATION = "23";

  private final DataSource dataSource;

  JdbcTransactions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /// Commits what the work did, or nothing.
  ///
  /// @throws TemporaryFaultException if the database is out of reach or wants it tried again
  /// @throws IllegalArgumentException if it refuses the data themselves
  <R> R call(Function<Statements, R> work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        R result = work.apply(new Statements(connection));
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
    } catch (SqlFailedException e) {
      throw translated(e.failure());
    } catch (SQLException e) {
      throw translated(e);
    }
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /// Only data can be poison; whatever else went wrong would hit every other batch as well.
  private static RuntimeException translated(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.startsWith(DATA_EXCEPTION) || state.startsWith(INTEGRITY_VIOLATION)) {
      // Without a cause: the server's own message may quote the data.
      return new IllegalArgumentException("the database refuses the data, SQLSTATE " + state);
    }
    return new TemporaryFaultException("database", e);
  }
}
