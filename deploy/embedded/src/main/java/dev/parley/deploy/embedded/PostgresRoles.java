package dev.parley.deploy.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Makes the database, and a role with a schema of its own for each service. Repeating it changes
/// nothing but the passwords.
final class PostgresRoles {

  private static final String SUPERUSER = "postgres";

  private final PostgresSettings settings;

  PostgresRoles(PostgresSettings settings) {
    this.settings = settings;
  }

  void create(List<ServiceRole> roles) {
    try {
      createDatabase();
      try (Connection connection = connect(PostgresSettings.DATABASE);
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute("REVOKE ALL ON DATABASE parley FROM PUBLIC");
        statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
        for (ServiceRole role : roles) {
          create(statement, role);
        }
        connection.commit();
      }
    } catch (SQLException e) {
      throw new StartFailedException("the roles of the services: " + e.getMessage(), e);
    }
  }

  private void createDatabase() throws SQLException {
    try (Connection connection = connect(SUPERUSER);
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "pg_database WHERE datname = 'parley'")) {
        statement.execute("CREATE DATABASE parley");
      }
    }
  }

  private static void create(Statement statement, ServiceRole role) throws SQLException {
    String name = role.name();
    if (!exists(statement, "pg_roles WHERE rolname = '" + name + "'")) {
      statement.execute("CREATE ROLE " + name + " LOGIN");
    }
    statement.execute("ALTER ROLE " + name + " PASSWORD '" + role.password() + "'");
    statement.execute("ALTER ROLE " + name + " SET search_path = " + name);
    statement.execute("GRANT CONNECT, TEMPORARY ON DATABASE parley TO " + name);
    statement.execute("CREATE SCHEMA IF NOT EXISTS " + name + " AUTHORIZATION " + name);
    for (String extension : role.extensions()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS " + extension + " SCHEMA " + name);
    }
  }

  private static boolean exists(Statement statement, String fromWhere) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT 1 FROM " + fromWhere)) {
      return rows.next();
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        settings.jdbcUrlOfDatabase(database), SUPERUSER, settings.superuserPassword());
  }
}
