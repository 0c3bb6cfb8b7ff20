package dev.parley.deploy.acceptance.stack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/// A stack, as `./parley status --json` reports it.
///
/// @param healthy whether every process is healthy
/// @param sshFingerprint of the host key of the ssh door
/// @param processes in the order of their start
@JsonIgnoreProperties(ignoreUnknown = true)
public record Status(boolean healthy, String sshFingerprint, List<RunningProcess> processes) {

  /// {@return one process}
  ///
  /// @param name such as `gateway-1`
  /// @throws StackException if there is none of that name
  public RunningProcess process(String name) {
    return processes.stream()
        .filter(process -> process.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new StackException("no process " + name + " among " + processes));
  }
}
