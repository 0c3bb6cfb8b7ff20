package dev.parley.deploy.local.part;

import dev.parley.deploy.embedded.EmbeddedKafka;
import dev.parley.deploy.embedded.KafkaSettings;
import dev.parley.deploy.local.log.RotatingLog;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The broker of the stack.
public final class KafkaPart implements Part {

  /// Options of its JVM, beside those of its cache.
  public static final List<String> JVM_OPTIONS = JvmOptions.fast("256m");

  private final EmbeddedKafka kafka;
  private final KafkaSettings settings;

  /// Makes a broker that is not started yet.
  ///
  /// @param settings ports, folders and properties
  /// @param log takes its lines
  public KafkaPart(KafkaSettings settings, RotatingLog log) {
    this.settings = settings;
    this.kafka = new EmbeddedKafka(settings, log::line);
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public String kind() {
    return "kafka";
  }

  @Override
  public Map<String, Integer> ports() {
    return Map.of("broker", settings.port(), "controller", settings.controllerPort());
  }

  @Override
  public void start() {
    kafka.start();
  }

  @Override
  public void stop() {
    kafka.stop();
  }

  @Override
  public long pid() {
    return kafka.isAlive() ? kafka.pid() : -1;
  }

  @Override
  public CompletableFuture<Integer> onExit() {
    return kafka.onExit();
  }
}
