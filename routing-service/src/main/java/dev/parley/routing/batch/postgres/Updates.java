package dev.parley.routing.batch.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// Statements that each write any number of rows; for no rows none is sent.
final class Updates {
  private final Connection connection;

  /// Sets what a statement says of its rows.
  @FunctionalInterface
  interface Binding {
    void bind(Parameters parameters) throws SQLException;
  }

  Updates(Connection connection) {
    this.connection = connection;
  }

  void execute(String sql, List<?> rows, Binding binding) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      binding.bind(new Parameters(statement));
      statement.executeUpdate();
    }
  }
}
