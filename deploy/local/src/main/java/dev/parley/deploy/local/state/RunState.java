package dev.parley.deploy.local.state;

import dev.parley.deploy.local.home.ProcessIdentity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A running stack.
///
/// @param supervisor the process that started all the others
/// @param startMillis when `up` began, in milliseconds since 1970
/// @param ready whether every process has been ready once
/// @param readySeconds how long that took; 0 before
/// @param loadTest whether it runs on throwaway data without limits
/// @param listen address of the doors
/// @param home the data folder
/// @param controlSocket path of the socket that takes requests
/// @param doors by name: address or URL
/// @param processes in the order of their start
public record RunState(
    ProcessIdentity supervisor,
    long startMillis,
    boolean ready,
    double readySeconds,
    boolean loadTest,
    String listen,
    String home,
    String controlSocket,
    Map<String, String> doors,
    List<ProcessState> processes) {

  private static final Set<String> STEADY = Set.of("ready", "stopped");

  /// Copies the list; the doors keep their order.
  public RunState {
    processes = List.copyOf(processes);
  }

  /// {@return names of the processes that are between two phases, joined by commas}
  public String waitingFor() {
    return processes.stream()
        .filter(process -> !STEADY.contains(process.phase()))
        .map(ProcessState::name)
        .collect(Collectors.joining(", "));
  }
}
