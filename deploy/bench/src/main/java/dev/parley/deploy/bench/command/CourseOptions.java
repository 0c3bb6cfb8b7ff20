package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.scenario.Course;
import java.time.Duration;
import picocli.CommandLine.Option;

/// How long a load runs, and on what of the tool.
public final class CourseOptions {

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "20",
      description = "Measured time. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "10",
      description = "Seconds of load before it is measured. Default: ${DEFAULT-VALUE}.")
  private int warmUp;

  @Option(
      names = "--settle",
      paramLabel = "N",
      defaultValue = "30",
      description =
          "Longest wait for what is still on its way at the end, in seconds; what has not come"
              + " by then is lost. Default: ${DEFAULT-VALUE}.")
  private int settle;

  @Option(
      names = "--size",
      paramLabel = "BYTES",
      defaultValue = "100",
      description = "Size of a text, 33 to 4000. Default: ${DEFAULT-VALUE}.")
  private int size;

  @Option(
      names = "--loops",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads of the tool that talk. Default: ${DEFAULT-VALUE}.")
  private int loops;

  /// Made by the command line.
  public CourseOptions() {}

  /// {@return the course}
  ///
  /// @throws IllegalArgumentException if a number is out of its bounds
  Course course() {
    return new Course(
        Duration.ofSeconds(warmUp),
        Duration.ofSeconds(seconds),
        Duration.ofSeconds(settle),
        size,
        loops);
  }
}
