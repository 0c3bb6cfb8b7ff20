package dev.parley.deploy.local.stack;

import dev.parley.deploy.embedded.EmbeddedKafka;
import dev.parley.deploy.embedded.Folders;
import dev.parley.deploy.embedded.KafkaSettings;
import dev.parley.deploy.local.aot.Program;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.part.KafkaPart;
import dev.parley.deploy.local.part.Service;
import dev.parley.deploy.local.setting.ServiceJars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The built programs, copied into the data folder: a running stack keeps its jars while the
/// repository is built again under it.
final class AppFolder {

  private static final String BROKER = "deploy/broker/target/broker/lib";
  private static final String RUNNER = "quarkus-run.jar";

  private final Path root;
  private final Path app;

  AppFolder(Path root, Home home) {
    this.root = root;
    this.app = home.app();
  }

  /// Copies what is new or changed.
  ///
  /// @throws TroubleException if something has not been built
  void refresh() {
    copyIfNewer(root.resolve(BROKER), broker());
    for (Service service : Service.values()) {
      copyIfNewer(built(service), app.resolve(service.label()));
    }
  }

  Path broker() {
    return app.resolve("broker");
  }

  /// {@return the jar that starts a service}
  Path runner(Service service) {
    return app.resolve(service.label()).resolve(RUNNER);
  }

  /// Checks the names of configuration properties.
  ///
  /// @param properties what every service is to get
  /// @throws TroubleException if one is of Parley, and no service has it
  void requireKnown(Map<String, String> properties) {
    if (!properties.isEmpty()) {
      ServiceJars.settings(jars()).check(properties.keySet());
    }
  }

  private List<Path> jars() {
    return Stream.of(Service.values())
        .map(service -> app.resolve(service.label()).resolve("app"))
        .flatMap(folder -> filesOf(folder).map(folder::resolve))
        .filter(file -> file.toString().endsWith(".jar"))
        .toList();
  }

  private static Stream<Path> filesOf(Path folder) {
    try {
      return files(folder).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return a service as it was built}
  Program program(Service service) {
    return new Program(service.label(), service.jvmOptions(), built(service), RUNNER);
  }

  /// {@return the broker as it was built}
  Program brokerProgram() {
    return new Program(
        "kafka",
        Stream.concat(KafkaPart.JVM_OPTIONS.stream(), KafkaSettings.ACCESS.stream()).toList(),
        root.resolve(BROKER),
        EmbeddedKafka.JAR);
  }

  private Path built(Service service) {
    return root.resolve(service.label()).resolve("target").resolve("quarkus-app");
  }

  private static void copyIfNewer(Path from, Path to) {
    try {
      List<Path> built = files(from);
      if (built.isEmpty()) {
        throw new TroubleException(
            "nothing has been built in " + from, "run ./parley up without --no-build");
      }
      if (!files(to).equals(built) || newest(from, built).compareTo(newest(to, built)) > 0) {
        Folders.delete(to);
        for (Path file : built) {
          Path target = to.resolve(file);
          Files.createDirectories(target.getParent());
          // A cache of classes knows jars by their times.
          Files.copy(from.resolve(file), target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }

  private static FileTime newest(Path folder, List<Path> files) throws IOException {
    FileTime newest = FileTime.fromMillis(0);
    for (Path file : files) {
      FileTime time = Files.getLastModifiedTime(folder.resolve(file));
      newest = time.compareTo(newest) > 0 ? time : newest;
    }
    return newest;
  }
}
