package dev.parley.deploy.broker;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/// A combined broker and controller of one node that lives as long as its standard input.
///
/// Standard output carries one line, [#READY], once the broker takes requests; the log goes to
/// standard error. The data folder is formatted at the first start.
final class BrokerProcess {

  /// The line that says that clients may come.
  static final String READY = "ready";

  private static final long STOP_LIMIT_MILLIS = 15_000;

  private BrokerProcess() {}

  /// Runs a broker until standard input ends.
  ///
  /// @param arguments the path of the broker's properties; `cluster.id` is read beside Kafka's own
  /// @throws Exception if the broker cannot start; the process then ends with code 1
  public static void main(String[] arguments) throws Exception {
    // From the first moment on: a start that hangs must end with its parent, too.
    Thread.ofPlatform().daemon().name("leash").start(BrokerProcess::endWithInput);
    var properties = read(Path.of(arguments[0]));
    formatIfNew(properties);
    var server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "broker-stop"));
    server.startup();
    System.out.println(READY);
    server.awaitShutdown();
  }

  private static Properties read(Path file) throws IOException {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }

  private static void formatIfNew(Properties properties) throws Exception {
    String folder = properties.getProperty("log.dirs");
    if (Files.exists(Path.of(folder, "meta.properties"))) {
      return;
    }
    var formatter = new Formatter();
    formatter.setNodeId(Integer.parseInt(properties.getProperty("node.id")));
    formatter.setClusterId(properties.getProperty("cluster.id"));
    formatter.addDirectory(folder);
    formatter.setMetadataLogDirectory(folder);
    formatter.setIgnoreFormatted(true);
    formatter.setControllerListenerName(properties.getProperty("controller.listener.names"));
    formatter.run();
  }

  private static void endWithInput() {
    try {
      while (System.in.read() >= 0) {
        // What is written to a leash has no meaning; only its end has.
      }
    } catch (IOException e) {
      System.err.println("standard input cannot be read, so the broker ends: " + e);
    }
    Thread.ofPlatform().daemon().name("leash-limit").start(BrokerProcess::haltAfterLimit);
    System.exit(0);
  }

  private static void haltAfterLimit() {
    try {
      Thread.sleep(STOP_LIMIT_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }

  private static void stop(KafkaRaftServer server) {
    server.shutdown();
    server.awaitShutdown();
  }
}
