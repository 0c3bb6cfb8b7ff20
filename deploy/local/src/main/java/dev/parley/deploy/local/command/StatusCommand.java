package dev.parley.deploy.local.command;

import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.Table;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.state.StateFile;
import dev.parley.deploy.local.status.ProcessReport;
import dev.parley.deploy.local.status.StatusReader;
import dev.parley.deploy.local.status.StatusReport;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./parley status`: how the stack is. Exit code 0: all healthy; 3: not running; 4: not healthy.
@Command(
    name = "status",
    description = "Shows processes, health, memory, ports; exit code 3 if nothing runs.",
    mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {

  private static final int NOT_RUNNING = 3;
  private static final int NOT_HEALTHY = 4;
  private static final long MIB = 1 << 20;

  @Option(names = "--json", description = "For machines.")
  private boolean json;

  /// Made by the command line.
  public StatusCommand() {}

  @Override
  public Integer call() {
    StatusReport report = new StatusReader(Home.of(System.getenv())).read();
    if (json) {
      System.out.println(StateFile.json(report));
    } else {
      print(report, Console.ofOutput());
    }
    if (!report.running()) {
      return NOT_RUNNING;
    }
    return report.healthy() ? 0 : NOT_HEALTHY;
  }

  private static void print(StatusReport report, Console console) {
    if (!report.running()) {
      console.line("nothing is running in " + report.home() + "; start with ./parley up");
      return;
    }
    console.line(
        "Parley in "
            + report.home()
            + (report.loadTest() ? " (LOAD TEST)" : "")
            + ", up "
            + age(report.uptimeSeconds()));
    var table =
        new Table().row("process", "health", "pid", "memory", "uptime", "restarts", "ports");
    report.processes().forEach(process -> add(table, process));
    table.print(console);
    console.line("  all together " + mebibytes(report.residentBytes()) + " resident");
    report.doors().forEach((name, address) -> console.line("  " + name + ": " + address));
    if (!report.sshFingerprint().isEmpty()) {
      console.line("  ssh host key: " + report.sshFingerprint());
    }
    console.line(
        report.healthy()
            ? "all healthy; stop with ./parley down"
            : "not all healthy; see why with ./parley logs");
  }

  private static void add(Table table, ProcessReport process) {
    table.row(
        process.name(),
        process.healthy() ? "ready" : "ready".equals(process.phase()) ? "silent" : process.phase(),
        process.pid() < 0 ? "-" : Long.toString(process.pid()),
        mebibytes(process.residentBytes()),
        age(process.uptimeSeconds()),
        Integer.toString(process.restarts()),
        new TreeMap<>(process.ports())
            .entrySet().stream()
                .map(port -> port.getKey() + " " + port.getValue())
                .collect(Collectors.joining(", ")));
  }

  private static String mebibytes(long bytes) {
    return bytes / MIB + " MiB";
  }

  private static String age(long seconds) {
    if (seconds < 120) {
      return seconds + " s";
    }
    return seconds < 7200
        ? seconds / 60 + " min"
        : String.format(Locale.ROOT, "%.1f h", seconds / 3600.0);
  }
}
