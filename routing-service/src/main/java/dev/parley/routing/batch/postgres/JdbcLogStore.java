package dev.parley.routing.batch.postgres;

import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.routing.batch.LogStore;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Stores conversations in PostgreSQL with plain JDBC: one statement for all rows of a kind.
@Singleton
public final class JdbcLogStore implements LogStore {
  private final DataSource dataSource;

  /// Prepares the store.
  ///
  /// @param dataSource connections to the service's schema
  public JdbcLogStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Transaction begin() {
    try {
      return new JdbcTransaction(dataSource.getConnection());
    } catch (SQLException e) {
      throw new TemporaryFaultException("database out of reach", e);
    }
  }
}
