package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.process.Monitored;
import dev.parley.deploy.bench.scenario.Site;
import dev.parley.deploy.bench.session.Door;
import dev.parley.deploy.bench.spine.SpineSettings;
import dev.parley.deploy.bench.spine.SpineStack;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
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

  /// Starts a spine.
  ///
  /// @param err takes progress
  /// @return the spine; the caller closes it
  SpineStack start(PrintWriter err) {
    err.println("the spine starts");
    return SpineStack.start(settings());
  }

  /// {@return what a scenario works on}
  ///
  /// @param spine a running spine
  /// @param err takes progress
  static Site site(SpineStack spine, PrintWriter err) {
    List<Monitored> processes = new ArrayList<>(spine.processes());
    processes.add(Monitored.self());
    return new Site(
        new Door(Door.Kind.tcp, spine.port(), 1), processes, InstantSource.system(), err::println);
  }

  private SpineSettings settings() {
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
