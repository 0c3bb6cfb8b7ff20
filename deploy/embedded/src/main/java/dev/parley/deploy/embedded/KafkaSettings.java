package dev.parley.deploy.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an embedded broker needs to know. All its listeners are on loopback.
///
/// @param lib folder with the broker's jars, `deploy/broker/target/broker/lib`
/// @param folder the broker's data; made if missing, kept at the end
/// @param port where clients come in
/// @param controllerPort where the broker talks to itself
/// @param overrides Kafka properties that win over the ones set here
/// @param jvmOptions options of the broker's JVM
public record KafkaSettings(
    Path lib,
    Path folder,
    int port,
    int controllerPort,
    Map<String, String> overrides,
    List<String> jvmOptions) {

  /// Options that start fast and stay small: for tests.
  public static final List<String> SMALL_JVM =
      List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:TieredStopAtLevel=1");

  /// What the broker's JVM always has beside its options: without it, it warns of each use. Whoever
  /// makes a cache of the broker's classes needs the same.
  public static final List<String> ACCESS =
      List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");

  private static final String CLUSTER_ID = "cGFybGV5LWxvY2FsLW9uZQ";

  /// Copies the collections.
  public KafkaSettings {
    overrides = Map.copyOf(overrides);
    jvmOptions = List.copyOf(jvmOptions);
  }

  /// {@return `127.0.0.1` and the port, as `kafka.bootstrap.servers` wants it}
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /// {@return the broker's properties, sorted by name}
  Map<String, String> properties() {
    var properties = new HashMap<String, String>();
    properties.putAll(cluster());
    properties.putAll(ofOneNode());
    properties.putAll(quickFailover());
    properties.putAll(overrides);
    return new TreeMap<>(properties);
  }

  private Map<String, String> cluster() {
    return Map.of(
        "process.roles",
        "broker,controller",
        "cluster.id",
        CLUSTER_ID,
        "node.id",
        "1",
        "controller.quorum.voters",
        "1@127.0.0.1:" + controllerPort,
        "controller.listener.names",
        "CONTROLLER",
        "listeners",
        "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
        "advertised.listeners",
        "PLAINTEXT://127.0.0.1:" + port,
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "log.dirs",
        folder.resolve("log").toString(),
        // JMX, at which nobody looks here.
        "metric.reporters",
        "");
  }

  private static Map<String, String> ofOneNode() {
    return Map.of(
        "num.network.threads", "2",
        "num.io.threads", "2",
        "offsets.topic.num.partitions", "4",
        "offsets.topic.replication.factor", "1",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1",
        "auto.create.topics.enable", "false",
        "log.cleaner.dedupe.buffer.size", "4194304");
  }

  /// With KIP-848 the session limits are the broker's; a client may not set them.
  private static Map<String, String> quickFailover() {
    return Map.of(
        // A killed broker may come back only when its old session is over.
        "broker.session.timeout.ms", "3000",
        "broker.heartbeat.interval.ms", "500",
        "group.initial.rebalance.delay.ms", "0",
        "group.consumer.min.session.timeout.ms", "3000",
        "group.consumer.session.timeout.ms", "6000",
        "group.consumer.min.heartbeat.interval.ms", "500",
        "group.consumer.heartbeat.interval.ms", "1000");
  }
}
