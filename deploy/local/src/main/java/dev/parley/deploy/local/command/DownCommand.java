package dev.parley.deploy.local.command;

import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.Ticker;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.home.ProcessIdentity;
import dev.parley.deploy.local.home.RunLock;
import dev.parley.deploy.local.stack.LeftOvers;
import dev.parley.deploy.local.state.RunState;
import dev.parley.deploy.local.state.StateFile;
import dev.parley.deploy.local.status.StatusReader;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `./parley down`: stops the stack of the data folder, and what a killed one has left behind.
@Command(
    name = "down",
    description = "Stops everything; data stays.",
    mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  /// Made by the command line.
  public DownCommand() {}

  @Override
  public Integer call() {
    Home home = Home.of(System.getenv());
    Console console = Console.ofOutput();
    Optional<ProcessHandle> supervisor = new StatusReader(home).supervisor();
    if (supervisor.isPresent()) {
      stop(supervisor.get(), home, console);
    } else {
      clear(home, console);
    }
    return 0;
  }

  private static void stop(ProcessHandle supervisor, Home home, Console console) {
    console.line("stopping the stack in " + home.folder());
    StopText.explainFirst(supervisor, console);
    long begin = System.nanoTime();
    try (var _ = new Ticker(console, () -> "waiting for an orderly end")) {
      var identity = ProcessIdentity.of(supervisor);
      supervisor.destroy();
      if (!identity.awaitEnd(LIMIT)) {
        console.line("no end after " + LIMIT.toSeconds() + " s: killing it");
        supervisor.destroyForcibly();
      }
    }
    endLeftOvers(home);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    console.line("stopped in " + Console.seconds(took) + "; start again with ./parley up");
  }

  private static void clear(Home home, Console console) {
    int ended = endLeftOvers(home);
    String text =
        ended == 0
            ? "nothing is running in " + home.folder()
            : "an earlier run was killed; left-over processes ended: " + ended;
    console.line(text + "; start with ./parley up");
  }

  private static int endLeftOvers(Home home) {
    var file = new StateFile(home);
    Optional<RunState> state = file.read();
    int ended = state.map(LeftOvers::end).orElse(0);
    file.delete();
    RunLock.clearStale(home);
    return ended;
  }
}
