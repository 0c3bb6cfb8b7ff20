package dev.parley.deploy.bench.scenario;

/// One kind of load.
public interface Scenario {

  /// Sets up, runs the load and waits for its end. Blocks for as long as that takes.
  ///
  /// @param site what it works on
  /// @return figures and violations
  /// @throws RuntimeException if the load cannot be set up
  Outcome run(Site site);
}
