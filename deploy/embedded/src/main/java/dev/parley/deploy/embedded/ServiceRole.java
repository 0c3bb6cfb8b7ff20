package dev.parley.deploy.embedded;

import java.util.List;

/// A service's role in the database; it owns the schema of the same name and has no right on
/// others.
///
/// @param name lower-case letters; name of role and schema
/// @param password letters, digits and `-_` only
/// @param extensions what PostgreSQL calls extensions; they are made in the role's schema
public record ServiceRole(String name, String password, List<String> extensions) {

  /// Checks that nothing needs quoting: these values become part of SQL statements.
  ///
  /// @throws IllegalArgumentException if name, password or an extension has another character
  public ServiceRole {
    requirePlain("name", name, "[a-z]+");
    requirePlain("password", password, "[A-Za-z0-9_-]+");
    extensions = List.copyOf(extensions);
    extensions.forEach(extension -> requirePlain("extension", extension, "[a-z_]+"));
  }

  /// {@return the role of a service, with the extensions which that service needs}
  ///
  /// @param name `auth`, `routing` or `presence`
  /// @param password see the record
  public static ServiceRole of(String name, String password) {
    // Search in history needs both.
    List<String> extensions = "routing".equals(name) ? List.of("pg_trgm", "unaccent") : List.of();
    return new ServiceRole(name, password, extensions);
  }

  private static void requirePlain(String what, String value, String pattern) {
    if (!value.matches(pattern)) {
      throw new IllegalArgumentException(what + " must match " + pattern);
    }
  }
}
