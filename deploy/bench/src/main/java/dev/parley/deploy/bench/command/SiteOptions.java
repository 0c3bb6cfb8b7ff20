package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.process.Monitored;
import dev.parley.deploy.bench.process.StackStatus;
import dev.parley.deploy.bench.scenario.Site;
import dev.parley.deploy.bench.session.Door;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which server a scenario works on, and which processes it measures.
public final class SiteOptions {

  @Option(
      names = "--door",
      paramLabel = "DOOR",
      defaultValue = "tcp",
      description = "Which door: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Door.Kind door = Door.Kind.tcp;

  @Option(
      names = "--port",
      paramLabel = "N",
      description =
          "Port of the door on 127.0.0.1. Default: 5555 for tcp, 8080 for ws, 2222 for ssh.")
  private @Nullable Integer port;

  @Option(
      names = "--sources",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Come from this many addresses, 127.0.0.1 and those after it. Default:"
              + " ${DEFAULT-VALUE}.")
  private int sources;

  @Option(
      names = "--parley",
      paramLabel = "FILE",
      defaultValue = "./parley",
      description = "The launcher that is asked for the stack's processes. Default: ./parley.")
  private Path parley;

  @Option(
      names = "--process",
      paramLabel = "NAME=PID",
      description = "Measure these processes instead of asking the launcher.")
  private Map<String, Long> processes = new LinkedHashMap<>();

  /// Made by the command line.
  public SiteOptions() {}

  /// {@return the server and its processes}
  ///
  /// @param err takes progress
  Site site(PrintWriter err) {
    int portOrDefault = port == null ? door.defaultPort() : port;
    return new Site(
        new Door(door, portOrDefault, sources),
        processes(err),
        InstantSource.system(),
        err::println);
  }

  private List<Monitored> processes(PrintWriter err) {
    List<Monitored> all = new ArrayList<>();
    processes.forEach((name, pid) -> all.add(new Monitored(name, pid)));
    if (all.isEmpty()) {
      all.addAll(new StackStatus(parley).processes());
    }
    if (all.isEmpty()) {
      err.println("no processes to measure: " + parley + " knows of no running stack");
    }
    all.add(Monitored.self());
    return all;
  }
}
