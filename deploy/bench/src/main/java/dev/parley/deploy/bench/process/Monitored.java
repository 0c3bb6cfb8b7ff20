package dev.parley.deploy.bench.process;

/// A process to look at, with its children.
///
/// @param name as it appears in the report
/// @param pid its process id
public record Monitored(String name, long pid) {

  /// {@return the tool itself: it shares the machine with what it measures}
  public static Monitored self() {
    return new Monitored("bench", ProcessHandle.current().pid());
  }
}
