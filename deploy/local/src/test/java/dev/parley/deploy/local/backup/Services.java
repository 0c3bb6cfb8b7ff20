package dev.parley.deploy.local.backup;

import dev.parley.deploy.local.database.DatabaseAddress;
import dev.parley.deploy.local.part.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/// The migrations of the services, from their sources: no service has to be built for a test.
final class Services {

  private Services() {}

  /// Packs the migrations where the packaged services have them.
  ///
  /// @param root takes the place of the repository
  /// @return the root
  static Path install(Path root) throws IOException {
    for (Service service : Service.values()) {
      Path app = root.resolve(service.label()).resolve("target/quarkus-app/app");
      Files.createDirectories(app);
      try (var jar = new JarOutputStream(Files.newOutputStream(app.resolve("service.jar")))) {
        for (Path script : scripts(service)) {
          jar.putNextEntry(new JarEntry("db/migration/" + script.getFileName()));
          Files.copy(script, jar);
        }
      }
    }
    return root;
  }

  /// Makes the tables of all services.
  static void migrate(DatabaseAddress address) {
    for (Service service : Service.values()) {
      service
          .schema()
          .ifPresent(schema ->
              Flyway.configure()
                  .dataSource(address.url(), address.user(), address.password())
                  .initSql("SET ROLE " + schema)
                  .schemas(schema)
                  .locations("filesystem:" + folder(service))
                  .load()
                  .migrate());
    }
  }

  private static List<Path> scripts(Service service) throws IOException {
    if (Files.notExists(folder(service))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder(service))) {
      return files.sorted().toList();
    }
  }

  private static Path folder(Service service) {
    return Path.of(System.getProperty("parley.root"), service.label())
        .resolve("src/main/resources/db/migration");
  }
}
