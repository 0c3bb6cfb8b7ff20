package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.process.Monitored;
import dev.parley.deploy.bench.session.Door;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/// What a scenario works on.
///
/// @param door where the server is reached
/// @param processes processes whose use is measured
/// @param clock gives each crew names that no crew before had
/// @param progress takes one line for people at each step
public record Site(
    Door door, List<Monitored> processes, InstantSource clock, Consumer<String> progress) {

  /// Copies the list.
  public Site {
    processes = List.copyOf(processes);
  }
}
