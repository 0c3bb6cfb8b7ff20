package dev.parley.deploy.local.status;

import java.util.List;
import java.util.Map;

/// A stack as it is now.
///
/// @param running whether its supervisor runs
/// @param ready whether every process has been ready once
/// @param healthy whether every process is healthy now
/// @param readySeconds how long the start took; 0 before it is ready
/// @param uptimeSeconds since the beginning of the start
/// @param loadTest whether it runs on throwaway data without limits
/// @param listen address of the doors
/// @param home the data folder
/// @param supervisorPid process id of the process that started the others; -1 if there is none
/// @param residentBytes memory of all processes and the supervisor
/// @param doors by name: address or URL
/// @param sshFingerprint of the host key of the ssh door; empty before it has one
/// @param processes in the order of their start
public record StatusReport(
    boolean running,
    boolean ready,
    boolean healthy,
    double readySeconds,
    long uptimeSeconds,
    boolean loadTest,
    String listen,
    String home,
    long supervisorPid,
    long residentBytes,
    Map<String, String> doors,
    String sshFingerprint,
    List<ProcessReport> processes) {

  /// {@return the report of a data folder in which nothing runs}
  ///
  /// @param home the data folder
  public static StatusReport notRunning(String home) {
    return new StatusReport(
        false, false, false, 0, 0, false, "", home, -1, 0, Map.of(), "", List.of());
  }
}
