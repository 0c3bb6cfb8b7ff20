package dev.parley.deploy.local.part;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// How to start one instance of a service.
///
/// @param command program and arguments, without any secret
/// @param folder working directory
/// @param ports by name; `http` is among them
/// @param stopLimit how long it may take to end
public record ServiceLaunch(
    List<String> command, Path folder, Map<String, Integer> ports, Duration stopLimit) {

  /// How long a service may take to end what it is about.
  public static final Duration STOP_LIMIT = Duration.ofSeconds(12);

  /// Copies the collections.
  public ServiceLaunch {
    command = List.copyOf(command);
    ports = Map.copyOf(ports);
  }

  int httpPort() {
    return ports.getOrDefault("http", 0);
  }
}
