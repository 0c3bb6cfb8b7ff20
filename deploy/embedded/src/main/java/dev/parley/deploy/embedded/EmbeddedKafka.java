package dev.parley.deploy.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// One Kafka broker as a child JVM; data and offsets survive a restart.
public final class EmbeddedKafka extends EmbeddedServer {

  /// The jar with the broker's main class; its manifest names the others.
  public static final String JAR = "parley-broker.jar";

  private static final String MAIN = "dev.parley.deploy.broker.BrokerProcess";
  private static final String READY = "ready";

  private final KafkaSettings settings;

  /// Makes a broker that is not started yet.
  ///
  /// @param settings ports, folders and properties
  /// @param log takes the broker's log lines, on a thread of the broker
  public EmbeddedKafka(KafkaSettings settings, Consumer<String> log) {
    super("Kafka", log);
    this.settings = settings;
  }

  @Override
  public void start() {
    launch(command(), READY::equals);
  }

  /// {@return the value for `kafka.bootstrap.servers`}
  public String bootstrapServers() {
    return settings.bootstrapServers();
  }

  private ProcessBuilder command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(settings.jvmOptions());
    command.addAll(KafkaSettings.ACCESS);
    command.add("-cp");
    command.add(jar(settings.lib()));
    command.add(MAIN);
    command.add(writeProperties().toString());
    return DetachedCommand.of(command);
  }

  private static String jar(Path lib) {
    // Its manifest names the other jars: a folder that was built twice may hold two versions.
    Path jar = lib.resolve(JAR);
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
