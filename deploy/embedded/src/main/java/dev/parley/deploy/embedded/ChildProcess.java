package dev.parley.deploy.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A running child whose output is read line by line, and whose standard input is its leash.
///
/// Every line of standard output and standard error goes to the log, on a thread of its own; a
/// platform thread, since reading a pipe would hold the carrier of a virtual one. The first line
/// that the `ready` test accepts completes the start.
public final class ChildProcess {

  private static final int QUOTED_LINES = 15;

  private final String name;
  private final Process process;
  private final LineTail tail = new LineTail(QUOTED_LINES);
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

  private ChildProcess(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /// Starts a child; does not wait for it to be ready.
  ///
  /// @param name as it appears in messages
  /// @param command command, environment and folder
  /// @param isReady accepts the line that says that the child is at work
  /// @param log takes every other line
  /// @return the child
  public static ChildProcess start(
      String name, ProcessBuilder command, Predicate<String> isReady, Consumer<String> log) {
    try {
      var child = new ChildProcess(name, command.redirectErrorStream(true).start());
      child.read(child.process.getInputStream(), isReady, log);
      var _ = child.process.onExit().thenRun(() -> child.ready.complete(false));
      return child;
    } catch (IOException e) {
      throw new StartFailedException(name + " could not be started: " + e.getMessage(), e);
    }
  }

  /// Waits for the line that says that the child is at work.
  ///
  /// @param limit how long to wait
  /// @throws StartFailedException if the child ends first or stays silent; it is killed then
  public void awaitReady(Duration limit) {
    try {
      if (ready.completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS).join()) {
        return;
      }
      String cause =
          process.isAlive()
              ? " was not ready within " + limit.toSeconds() + " s"
              : " ended with code " + process.exitValue() + " while starting";
      throw new StartFailedException(name + cause + tail.indented());
    } finally {
      if (!ready.getNow(false)) {
        kill();
      }
    }
  }

  /// {@return the operating system's process id}
  public long pid() {
    return process.pid();
  }

  /// {@return the last lines of output, indented, each behind a line end}
  public String tail() {
    return tail.indented();
  }

  /// {@return whether the process runs}
  public boolean isAlive() {
    return process.isAlive();
  }

  /// {@return completed with the exit code when the process has ended, whoever ended it}
  public CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /// Lets go of the leash: children that watch their standard input end by themselves.
  public void release() {
    try {
      process.getOutputStream().close();
    } catch (IOException _) {
      // The child has ended already, which is what was asked for.
    }
  }

  /// Asks the child to end by SIGTERM.
  public void terminate() {
    // Process.destroy would close the streams, and the child's last lines would be lost.
    process.toHandle().destroy();
  }

  /// Ends the child at once, with what it has started.
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /// Waits for the end, and kills the child if it does not come.
  ///
  /// @param limit how long to wait before killing
  /// @return whether the child ended by itself
  public boolean awaitExit(Duration limit) {
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
      kill();
      process.waitFor(1, TimeUnit.SECONDS);
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      kill();
      return false;
    }
  }

  private void read(InputStream input, Predicate<String> isReady, Consumer<String> log) {
    Thread.ofPlatform()
        .daemon()
        .name(name + "-output")
        .start(() -> {
          try (var reader =
              new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            reader.lines().forEach(line -> onLine(line, isReady, log));
          } catch (IOException | UncheckedIOException _) {
            // The child's end closes its streams; onExit tells the rest.
          }
        });
  }

  private void onLine(String line, Predicate<String> isReady, Consumer<String> log) {
    tail.add(line);
    log.accept(line);
    if (!ready.isDone() && isReady.test(line)) {
      ready.complete(true);
    }
  }
}
