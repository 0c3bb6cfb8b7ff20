package dev.parley.deploy.local.database;

import dev.parley.deploy.local.console.TroubleException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A database beside the one in use, which takes its name in one transaction.
public final class SecondDatabase {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

  private final DatabaseAddress inUse;
  private final String name;
  private final String second;

  /// Names both.
  ///
  /// @param inUse the database in use
  public SecondDatabase(DatabaseAddress inUse) {
    this.inUse = inUse;
    this.name = inUse.url().replaceFirst(".*/([^/?]+).*", "$1");
    this.second = name + "_new";
  }

  /// {@return the new one}
  public DatabaseAddress address() {
    return inUse.withDatabase(second);
  }

  /// Makes the new one, with the schemas of the services and the rights as the old one has them;
  /// the roles are there already. What an earlier try left is dropped.
  ///
  /// @throws SQLException if the server refuses
  public void create() throws SQLException {
    drop();
    try (Connection server = server();
        Statement statement = server.createStatement()) {
      statement.execute("CREATE DATABASE " + Schemas.quoted(second));
      statement.execute("REVOKE ALL ON DATABASE " + Schemas.quoted(second) + " FROM PUBLIC");
      for (String schema : Schemas.ofServices()) {
        statement.execute(
            "GRANT CONNECT, TEMPORARY ON DATABASE %s TO %s"
                .formatted(Schemas.quoted(second), Schemas.quoted(schema)));
      }
    }
    try (Connection fresh = address().connect();
        Statement statement = fresh.createStatement()) {
      statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
      for (String schema : Schemas.ofServices()) {
        statement.execute(
            "CREATE SCHEMA %1$s AUTHORIZATION %1$s".formatted(Schemas.quoted(schema)));
      }
      statement.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA routing");
      statement.execute("CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA routing");
    }
  }

  /// Gives the new one the name of the old one.
  ///
  /// @return the name of the old one now
  /// @throws TroubleException if somebody is connected to it; nothing has changed then
  /// @throws SQLException if the server refuses
  public String swap() throws SQLException {
    String old = name + "_before_" + STAMP.format(Instant.now());
    try (Connection server = server();
        Statement statement = server.createStatement()) {
      server.setAutoCommit(false);
      statement.execute(rename(name, old));
      statement.execute(rename(second, name));
      server.commit();
      return old;
    } catch (SQLException e) {
      if ("55006".equals(e.getSQLState())) { // object_in_use
        throw new TroubleException(
            "somebody is connected to the database " + name, "stop the services, and try again");
      }
      throw e;
    }
  }

  /// Drops the new one, if it is there.
  ///
  /// @throws SQLException if the server refuses
  public void drop() throws SQLException {
    try (Connection server = server();
        Statement statement = server.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + Schemas.quoted(second));
    }
  }

  private static String rename(String from, String to) {
    return "ALTER DATABASE " + Schemas.quoted(from) + " RENAME TO " + Schemas.quoted(to);
  }

  private Connection server() {
    return inUse.withDatabase("postgres").connect();
  }
}
