package dev.parley.deploy.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What an embedded PostgreSQL needs to know. It listens on loopback only.
///
/// @param folder the data folder; made by `initdb` if missing, kept at the end
/// @param port where clients come in
/// @param superuserPassword password of the role `postgres`, set when the folder is made
/// @param durable whether a commit is on disk before it is answered; false for tests only
/// @param options server settings that win over the ones set here
public record PostgresSettings(
    Path folder, int port, String superuserPassword, boolean durable, Map<String, String> options) {

  /// The one database; each service has a schema in it.
  public static final String DATABASE = "parley";

  /// Copies the options.
  public PostgresSettings {
    options = Map.copyOf(options);
  }

  /// {@return the JDBC address of a schema}
  ///
  /// @param schema name of the schema
  public String jdbcUrl(String schema) {
    return jdbcUrlOfDatabase(DATABASE) + "?currentSchema=" + schema;
  }

  String jdbcUrlOfDatabase(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// {@return the settings as arguments of the server}
  List<String> arguments() {
    var arguments = new ArrayList<String>();
    base().forEach((key, value) -> add(arguments, key, value));
    if (!durable) {
      // Commits stay synchronous, so that a killed server loses nothing; only a power cut would.
      add(arguments, "fsync", "off");
      add(arguments, "full_page_writes", "off");
    }
    options.forEach((key, value) -> add(arguments, key, value));
    return arguments;
  }

  private Map<String, String> base() {
    return Map.of(
        "port", Integer.toString(port),
        "listen_addresses", "127.0.0.1",
        // A socket's path may have 107 bytes at most, which a data folder can exceed.
        "unix_socket_directories", "",
        "shared_buffers", "128MB",
        // Each checkpoint makes the next writes dearer (full page writes): seldom is better.
        "max_wal_size", "4GB",
        "checkpoint_timeout", "15min",
        "max_connections", "120",
        "jit", "off",
        "log_line_prefix", "%m [%p] %q%u ");
  }

  private static void add(List<String> arguments, String key, String value) {
    arguments.add("-c");
    arguments.add(key + "=" + value);
  }
}
