package dev.parley.deploy.local.state;

import dev.parley.deploy.local.home.ProcessIdentity;
import java.util.Map;
import java.util.TreeMap;

/// One process of a stack.
///
/// @param name `kafka`, `postgres`, or a service with the number of the instance: `gateway-1`
/// @param service `kafka`, `postgres`, or the service's name: `gateway`
/// @param phase `starting`, `ready`, `restarting`, `stopping` or `stopped`
/// @param identity process id and start; process id -1 while there is none
/// @param ports by the name of the port: `http`, `tcp`, `tls`, `broker`, `database`
/// @param restarts how often it died and was started again
/// @param log path of its log file
public record ProcessState(
    String name,
    String service,
    String phase,
    ProcessIdentity identity,
    Map<String, Integer> ports,
    int restarts,
    String log) {

  /// Sorts the ports by name.
  public ProcessState {
    ports = new TreeMap<>(ports);
  }
}
