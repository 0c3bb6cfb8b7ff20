package dev.parley.deploy.bench.spine;

import dev.parley.deploy.bench.process.Monitored;
import dev.parley.deploy.embedded.ChildProcess;
import dev.parley.deploy.embedded.EmbeddedKafka;
import dev.parley.deploy.embedded.EmbeddedPostgres;
import dev.parley.deploy.embedded.Folders;
import dev.parley.deploy.embedded.FreePorts;
import dev.parley.deploy.embedded.KafkaSettings;
import dev.parley.deploy.embedded.PostgresSettings;
import dev.parley.deploy.embedded.ServiceRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A running spine: broker, database, router and door, on free ports, in a folder that is deleted
/// at the end. For one thread.
public final class SpineStack implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
  private static final String SCHEMA = "spine";

  private final SpineSettings settings;
  private final Path folder;
  private final int port = FreePorts.next();
  private final EmbeddedKafka kafka;
  private final EmbeddedPostgres postgres;
  private final List<ChildProcess> children = new ArrayList<>();

  private SpineStack(SpineSettings settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
    this.kafka =
        new EmbeddedKafka(
            new KafkaSettings(
                settings.brokerLib(),
                folder.resolve("kafka"),
                FreePorts.next(),
                FreePorts.next(),
                Map.of(),
                settings.brokerJvm()),
            _ -> {});
    this.postgres =
        new EmbeddedPostgres(
            new PostgresSettings(
                folder.resolve("postgres"), FreePorts.next(), "superuser", true, Map.of()),
            _ -> {});
  }

  /// Starts a spine and waits until its door is open.
  ///
  /// @param settings folders and JVM options
  /// @return the spine
  public static SpineStack start(SpineSettings settings) {
    try {
      Files.createDirectories(settings.folder());
      Path folder = Files.createTempDirectory(settings.folder(), "spine-");
      SpineStack stack = new SpineStack(settings, folder);
      Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "spine-stop"));
      stack.start();
      return stack;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return the port of its door}
  public int port() {
    return port;
  }

  /// {@return its processes}
  public List<Monitored> processes() {
    return List.of(
        new Monitored("spine door", children.getLast().pid()),
        new Monitored("spine router", children.getFirst().pid()),
        new Monitored("broker", kafka.pid()),
        new Monitored("postgres", postgres.pid()));
  }

  /// Ends its processes and deletes its data. May be called again.
  @Override
  public void close() {
    children.forEach(ChildProcess::release);
    children.forEach(child -> child.awaitExit(STOP_LIMIT));
    kafka.kill();
    postgres.kill();
    try {
      Folders.delete(folder);
    } catch (IOException | UncheckedIOException _) {
      // Scratch data; whoever cleans the folder's parent takes it along.
    }
  }

  private void start() {
    ServiceRole role = new ServiceRole(SCHEMA, "spine-on-loopback", List.of());
    kafka.start();
    postgres.start();
    postgres.create(List.of(role));
    new SpineKafka(kafka.bootstrapServers()).createTopics();
    child(
        "spine router",
        SpineRouter.class,
        settings.routerJvm(),
        role,
        postgres.settings().jdbcUrl(SCHEMA),
        SCHEMA);
    child(
        "spine door",
        SpineDoor.class,
        settings.doorJvm(),
        role,
        Integer.toString(port),
        Integer.toString(settings.doorLoops()));
  }

  private void child(
      String name, Class<?> main, List<String> jvm, ServiceRole role, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(
        List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.add(kafka.bootstrapServers());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SPINE_PASSWORD", role.password());
    ChildProcess child = ChildProcess.start(name, builder, Leash.READY::equals, _ -> {});
    children.add(child);
    child.awaitReady(START_LIMIT);
  }
}
