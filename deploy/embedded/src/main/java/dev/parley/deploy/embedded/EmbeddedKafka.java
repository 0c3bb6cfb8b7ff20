package dev.parley.deploy.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One Kafka broker as a child JVM; data and offsets survive a restart.
///
/// Not for use by several threads at a time. The broker ends when this JVM does, however it ends.
public final class EmbeddedKafka implements AutoCloseable {

  private static final String MAIN = "dev.parley.deploy.broker.BrokerProcess";
  private static final String READY = "ready";
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

  private final KafkaSettings settings;
  private final Consumer<String> log;
  private @Nullable ChildProcess child;

  /// Makes a broker that is not started yet.
  ///
  /// @param settings ports, folders and properties
  /// @param log takes the broker's log lines, on a thread of the broker
  public EmbeddedKafka(KafkaSettings settings, Consumer<String> log) {
    this.settings = settings;
    this.log = log;
  }

  /// Starts the broker and waits until it takes requests.
  ///
  /// @throws StartFailedException if it does not come up within two minutes
  public void start() {
    ChildProcess started = ChildProcess.start("Kafka", command(), READY::equals, log);
    child = started;
    started.awaitReady(START_LIMIT);
  }

  /// Stops the broker in good order; kills it if that takes longer than 15 s.
  public void stop() {
    ChildProcess running = child;
    if (running != null) {
      running.release();
      running.awaitExit(STOP_LIMIT);
    }
  }

  /// Stops and starts the broker on the same port and data.
  public void restart() {
    stop();
    start();
  }

  /// Ends the broker at once, as a crash would.
  public void kill() {
    ChildProcess running = child;
    if (running != null) {
      running.kill();
      running.awaitExit(STOP_LIMIT);
    }
  }

  @Override
  public void close() {
    stop();
  }

  /// {@return whether the broker's process runs}
  public boolean isAlive() {
    return child != null && child.isAlive();
  }

  /// {@return the broker's process id, or -1 before the first start}
  public long pid() {
    return child == null ? -1 : child.pid();
  }

  /// {@return completed with the exit code when the broker has ended, whoever ended it}
  public CompletableFuture<Integer> onExit() {
    return child == null ? CompletableFuture.completedFuture(0) : child.onExit();
  }

  /// {@return the value for `kafka.bootstrap.servers`}
  public String bootstrapServers() {
    return settings.bootstrapServers();
  }

  private ProcessBuilder command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(settings.jvmOptions());
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(jar(settings.lib()));
    command.add(MAIN);
    command.add(writeProperties().toString());
    return DetachedCommand.of(command);
  }

  private static String jar(Path lib) {
    // Its manifest names the other jars: a folder that was built twice may hold two versions.
    Path jar = lib.resolve("parley-broker.jar");
    if (Files.notExists(jar)) {
      throw new StartFailedException(
          "the broker is missing: " + jar + "; build it: ./mvnw -pl deploy/broker -am package");
    }
    return jar.toString();
  }

  private Path writeProperties() {
    try {
      Files.createDirectories(settings.folder());
      Path file = settings.folder().resolve("broker.properties");
      return Files.write(file, lines(settings.properties()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Map<String, String> properties) {
    return properties.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\"))
        .toList();
  }
}
