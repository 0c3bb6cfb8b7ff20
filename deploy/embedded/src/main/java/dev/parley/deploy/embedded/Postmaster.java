package dev.parley.deploy.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// PostgreSQL's main process as its data folder knows it: the first line of `postmaster.pid`.
///
/// That file survives a crash; then it names a process that is gone, or another one that got its
/// id.
final class Postmaster {

  private final Path folder;
  private final Path pidFile;

  Postmaster(Path folder) {
    this.folder = folder;
    this.pidFile = folder.resolve("postmaster.pid");
  }

  /// {@return the living server of this data folder}
  Optional<ProcessHandle> find() {
    try {
      List<String> lines = Files.readAllLines(pidFile);
      return lines.isEmpty()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(this::isOurs);
    } catch (IOException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// Stops what an earlier run has left behind, and removes its trace.
  ///
  /// @param limit how long to wait for an orderly end before killing
  void clearLeftOver(Duration limit) {
    find().ifPresent(server -> stop(server, limit));
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new StartFailedException(
          "stale " + pidFile + " cannot be deleted; delete it by hand", e);
    }
  }

  /// Asks for a fast shutdown; a plain SIGTERM would wait for every client to leave.
  ///
  /// @param server the server
  static void interrupt(ProcessHandle server) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).inheritIO().start().waitFor();
    } catch (IOException _) {
      server.destroy();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      server.destroyForcibly();
    }
  }

  private static void stop(ProcessHandle server, Duration limit) {
    interrupt(server);
    try {
      server.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | TimeoutException _) {
      server.destroyForcibly();
    }
  }

  private boolean isOurs(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains("postgres") && line.contains(folder.toString()))
        .isPresent();
  }
}
