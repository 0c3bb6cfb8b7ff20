package dev.parley.deploy.local.part;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How to start one instance of a service.
///
/// @param command program and arguments, without any secret
/// @param folder working directory
/// @param ports by name; `http` is among them
public record ServiceLaunch(List<String> command, Path folder, Map<String, Integer> ports) {

  /// Copies the collections.
  public ServiceLaunch {
    command = List.copyOf(command);
    ports = Map.copyOf(ports);
  }

  int httpPort() {
    return ports.getOrDefault("http", 0);
  }
}
