package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.measure.Figures;
import dev.parley.deploy.bench.process.ProcessUse;
import java.util.List;

/// What a scenario came to.
///
/// @param scenario its name and sizes
/// @param seconds the measured time
/// @param figures rates and latencies
/// @param processes what each process took within the measured time
/// @param violationCount broken promises
/// @param violations the first of them, in words
public record Outcome(
    String scenario,
    double seconds,
    Figures figures,
    List<ProcessUse> processes,
    long violationCount,
    List<String> violations) {

  /// {@return CPU time of all processes, the tool's included, in microseconds for each delivery; 0
  /// if nothing was delivered or measured}
  ///
  /// On a machine that others use too it says more than the rates do, which share in its idle time
  /// as they come by it.
  public double cpuMicrosPerDelivery() {
    double cpu = processes.stream().mapToDouble(ProcessUse::cpuSeconds).sum();
    double delivered = figures.deliveredPerSecond() * seconds;
    return delivered == 0 ? 0 : 1e6 * cpu / delivered;
  }
}
