package dev.parley.deploy.local.database;

import dev.parley.deploy.local.console.TroubleException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// A database, and who comes to it.
///
/// @param url JDBC address
/// @param user a superuser: it reads the schemas of all services
/// @param password of the user
public record DatabaseAddress(String url, String user, String password) {

  private static final String LOGIN_SECONDS = "10";

  /// {@return a connection of its own}
  ///
  /// @throws TroubleException if the database cannot be reached
  public Connection connect() {
    var properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("loginTimeout", LOGIN_SECONDS);
    properties.setProperty("ApplicationName", "parley-operator");
    try {
      return DriverManager.getConnection(url, properties);
    } catch (SQLException e) {
      throw new TroubleException(
          "the database cannot be reached at " + url + ": " + e.getMessage(),
          "see that PostgreSQL runs there and that user and password are right");
    }
  }

  /// {@return the same server, another database}
  ///
  /// @param database its name
  public DatabaseAddress withDatabase(String database) {
    return new DatabaseAddress(
        url.replaceFirst("/[^/?]*(\\?.*)?$", "/" + database), user, password);
  }

  @Override
  public String toString() {
    return "DatabaseAddress[" + url + ", " + user + "]";
  }
}
