package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.spine.SpineSettings;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/// How the spine is run.
public final class SpineOptions {

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      defaultValue = ".",
      description = "Parley's folder, for the broker's jars. Default: the current folder.")
  private Path root;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description = "Where the spine keeps its data. Default: the system's temporary folder.")
  private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

  @Option(
      names = "--spine-jvm",
      paramLabel = "FLAGS",
      split = " ",
      description = "JVM flags of door and router instead of the measured best.")
  private List<String> jvm = List.of();

  @Option(
      names = "--door-loops",
      paramLabel = "N",
      defaultValue = "1",
      description = "Event loops of the spine's door. Default: ${DEFAULT-VALUE}.")
  private int doorLoops;

  /// Made by the command line.
  public SpineOptions() {}

  /// {@return the settings}
  SpineSettings settings() {
    SpineSettings best = SpineSettings.of(root.toAbsolutePath().normalize(), folder);
    return new SpineSettings(
        best.folder(),
        best.brokerLib(),
        doorLoops,
        best.brokerJvm(),
        jvm.isEmpty() ? best.routerJvm() : jvm,
        jvm.isEmpty() ? best.doorJvm() : jvm);
  }
}
