package dev.parley.routing.service.postgres;

import dev.parley.routing.service.DurabilityConfig;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/// Refuses a database that may forget what it has committed: an acknowledged message would be lost.
@Singleton
public final class DurabilityCheck {
  private static final List<String> SETTINGS =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private final DataSource dataSource;
  private final DurabilityConfig config;

  /// Prepares the check.
  ///
  /// @param dataSource connections to the database
  /// @param config whether to check
  public DurabilityCheck(DataSource dataSource, DurabilityConfig config) {
    this.dataSource = dataSource;
    this.config = config;
  }

  /// Checks the settings.
  ///
  /// @throws NotDurableException if one of them is off
  public void check() {
    if (!config.check()) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String setting : SETTINGS) {
        check(statement, setting);
      }
    } catch (SQLException e) {
      throw new NotDurableException("the database's settings cannot be read", e);
    }
  }

  private static void check(Statement statement, String setting) throws SQLException {
    try (ResultSet result = statement.executeQuery("SHOW " + setting)) {
      result.next();
      String value = result.getString(1);
      if (value.equals("off") || value.equals("local")) {
        throw new NotDurableException(
            "PostgreSQL's %s must be on, got %s: acknowledged messages could be lost"
                .formatted(setting, value),
            null);
      }
    }
  }
}
