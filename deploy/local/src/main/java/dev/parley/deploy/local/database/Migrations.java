package dev.parley.deploy.local.database;

import dev.parley.deploy.local.archive.Manifest;
import dev.parley.deploy.local.archive.Migration;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.part.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/// Makes the tables of an empty database as they were when an archive was written, with the
/// migrations of the services as they are built here. The services migrate on when they start.
public final class Migrations {

  /// Held, or its level would be forgotten with it. Flyway tells of every step otherwise, and of
  /// every extension that is there already.
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  static {
    FLYWAY.setLevel(Level.SEVERE);
  }

  private final Path root;
  private final DatabaseAddress address;

  /// Prepares.
  ///
  /// @param root the repository, in which the services have been built
  /// @param address a database with roles and empty schemas
  public Migrations(Path root, DatabaseAddress address) {
    this.root = root;
    this.address = address;
  }

  /// Runs the migrations that an archive has, and compares.
  ///
  /// @param manifest of the archive
  /// @throws TroubleException if this Parley does not have the same ones
  /// @throws SQLException if the database fails
  public void runAsIn(Manifest manifest) throws SQLException {
    for (Service service : Service.values()) {
      String schema = service.schema().orElse("");
      List<Migration> wanted =
          manifest.migrations().stream().filter(each -> each.schema().equals(schema)).toList();
      if (!wanted.isEmpty()) {
        run(service, schema, wanted.getLast());
      }
    }
    requireSame(manifest);
  }

  private void run(Service service, String schema, Migration last) {
    try (var classes = new URLClassLoader(jars(service), Flyway.class.getClassLoader())) {
      Flyway.configure(classes)
          .dataSource(address.url(), address.user(), address.password())
          // The service's role owns what the service made.
          .initSql("SET ROLE " + Schemas.quoted(schema))
          .schemas(schema)
          .createSchemas(false)
          .locations("classpath:db/migration")
          .target(MigrationVersion.fromVersion(last.version()))
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new TroubleException(
          "the tables of " + service.label() + " cannot be made: " + firstLine(e),
          "use the Parley that wrote the backup, or a newer one");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireSame(Manifest manifest) throws SQLException {
    try (Connection connection = address.connect()) {
      List<Migration> missing = new ArrayList<>(manifest.migrations());
      missing.removeAll(new Catalog(connection).migrations());
      if (!missing.isEmpty()) {
        Migration first = missing.getFirst();
        throw new TroubleException(
            "the backup was written by a Parley with other tables: this one does not know %s of %s"
                .formatted(first.script(), first.schema()),
            "use the Parley that wrote the backup, or a newer one");
      }
    }
  }

  private URL[] jars(Service service) throws IOException {
    Path app = root.resolve(service.label()).resolve("target/quarkus-app/app");
    if (Files.notExists(app)) {
      throw new TroubleException("nothing has been built in " + app, "run ./parley up once");
    }
    try (Stream<Path> files = Files.list(app)) {
      List<URL> jars = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".jar")).toList()) {
        jars.add(file.toUri().toURL());
      }
      return jars.toArray(URL[]::new);
    }
  }

  private static String firstLine(FlywayException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
