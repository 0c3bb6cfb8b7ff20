package dev.parley.deploy.local.database;

import dev.parley.deploy.local.part.Service;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The schemas that make up a stack's database.
public final class Schemas {

  /// Where the operator's own records lie, beside the services': which backup was restored.
  public static final String OPERATOR = "parley";

  /// Flyway's table. It is never copied: the migrations that ran write it.
  public static final String HISTORY = "flyway_schema_history";

  private Schemas() {}

  /// {@return names of the services' schemas}
  public static List<String> ofServices() {
    return Stream.of(Service.values()).map(Service::schema).flatMap(Optional::stream).toList();
  }

  /// {@return names of all schemas}
  public static List<String> all() {
    return Stream.concat(ofServices().stream(), Stream.of(OPERATOR)).toList();
  }

  static String quoted(String schema, String name) {
    return quoted(schema) + "." + quoted(name);
  }

  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
