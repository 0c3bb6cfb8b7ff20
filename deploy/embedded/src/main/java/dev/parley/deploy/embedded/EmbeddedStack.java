package dev.parley.deploy.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// A broker and a database for the tests of one JVM, on free ports and in a folder that is deleted
/// when the JVM ends.
final class EmbeddedStack {

  static final List<String> SCHEMAS = List.of("auth", "routing", "presence");

  private final Path folder;
  private final EmbeddedKafka kafka;
  private final EmbeddedPostgres postgres;

  private EmbeddedStack(Path folder, EmbeddedKafka kafka, EmbeddedPostgres postgres) {
    this.folder = folder;
    this.kafka = kafka;
    this.postgres = postgres;
  }

  /// Starts both at the same time.
  ///
  /// @return both running; a shutdown hook ends them
  static EmbeddedStack start() {
    try {
      Path folder = Files.createTempDirectory("parley-test-");
      var stack = new EmbeddedStack(folder, kafka(folder), postgres(folder));
      Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "embedded-stack-stop"));
      CompletableFuture<Void> broker = CompletableFuture.runAsync(stack.kafka::start);
      stack.postgres.start();
      stack.postgres.create(SCHEMAS.stream().map(EmbeddedStack::role).toList());
      broker.join();
      return stack;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ServiceRole role(String schema) {
    return ServiceRole.of(schema, schema + "-in-tests");
  }

  EmbeddedKafka kafka() {
    return kafka;
  }

  EmbeddedPostgres postgres() {
    return postgres;
  }

  private void stop() {
    Stream.<Runnable>of(kafka::kill, postgres::kill).parallel().forEach(Runnable::run);
    try {
      Folders.delete(folder);
    } catch (IOException | UncheckedIOException _) {
      // It lies in the temporary folder, and nobody is left to be told.
    }
  }

  private static EmbeddedKafka kafka(Path folder) {
    String root = System.getProperty("parley.root", System.getProperty("user.dir"));
    Path lib = Path.of(root, "deploy", "broker", "target", "broker", "lib");
    var settings =
        new KafkaSettings(
            lib,
            folder.resolve("kafka"),
            FreePorts.next(),
            FreePorts.next(),
            Map.of(),
            KafkaSettings.SMALL_JVM);
    return new EmbeddedKafka(settings, _ -> {});
  }

  private static EmbeddedPostgres postgres(Path folder) {
    var settings =
        new PostgresSettings(
            folder.resolve("postgres"), FreePorts.next(), "superuser-in-tests", false, Map.of());
    return new EmbeddedPostgres(settings, _ -> {});
  }
}
