package dev.parley.deploy.local.command;

import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.Ticker;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.log.LogFollower;
import dev.parley.deploy.local.state.RunState;
import dev.parley.deploy.local.state.StateFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Starts the supervisor in a session of its own, and shows what it says until the stack is ready.
final class DetachedRun {

  /// The hidden option that makes `up` the supervisor of a detached run.
  static final String SUPERVISE = "--supervise";

  private static final Set<String> NOT_PASSED_ON = Set.of("-d", "--detach", "--json");
  private static final int POLL_MILLIS = 100;

  private final Home home;
  private final Console console;

  DetachedRun(Home home, Console console) {
    this.home = home;
    this.console = console;
  }

  /// Starts and waits.
  ///
  /// @param arguments what the person wrote, passed on
  /// @return whether the stack is ready; if not, the supervisor has said why
  boolean start(List<String> arguments) throws InterruptedException {
    home.prepare();
    Path output = home.run().resolve("supervisor.out");
    try {
      Files.deleteIfExists(output);
      var follower = new LogFollower(output, console::line);
      Process supervisor = command(arguments, output.toFile()).start();
      var abandon = new Thread(supervisor::destroy, "abandon");
      Runtime.getRuntime().addShutdownHook(abandon);
      boolean ready = follow(supervisor, follower);
      Runtime.getRuntime().removeShutdownHook(abandon);
      return ready;
    } catch (IOException e) {
      throw new TroubleException(
          "the stack cannot be started in the background: " + e, "try ./parley up");
    }
  }

  private boolean follow(Process supervisor, LogFollower follower)
      throws IOException, InterruptedException {
    try (var _ = new Ticker(console, this::waitingFor)) {
      while (supervisor.isAlive()) {
        follower.poll();
        if (isReady(supervisor.pid())) {
          follower.poll();
          return true;
        }
        Thread.sleep(POLL_MILLIS);
      }
      follower.poll();
      return false;
    }
  }

  private boolean isReady(long pid) {
    return new StateFile(home)
        .read()
        .filter(state -> state.supervisor().pid() == pid)
        .map(RunState::ready)
        .orElse(false);
  }

  private String waitingFor() {
    return new StateFile(home)
        .read()
        .map(RunState::waitingFor)
        .filter(names -> !names.isEmpty())
        .orElse("preparing");
  }

  private static ProcessBuilder command(List<String> arguments, File output) {
    var passedOn =
        new ArrayList<>(arguments.stream().filter(word -> !NOT_PASSED_ON.contains(word)).toList());
    passedOn.add(SUPERVISE);
    return BackgroundCommand.of(passedOn).redirectOutput(output);
  }
}
