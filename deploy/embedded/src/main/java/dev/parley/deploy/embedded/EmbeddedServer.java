package dev.parley.deploy.embedded;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A server as a child process; its data survives a restart.
///
/// Not for use by several threads at a time. The server ends when this JVM does, however it ends.
public abstract sealed class EmbeddedServer implements AutoCloseable
    permits EmbeddedKafka, EmbeddedPostgres {

  /// How long a server may take to stop before it is killed; a JVM may have recorded what it
  /// loaded, which it writes down at its end.
  static final Duration STOP_LIMIT = Duration.ofSeconds(40);

  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final String name;
  private final Consumer<String> log;
  private @Nullable ChildProcess child;

  EmbeddedServer(String name, Consumer<String> log) {
    this.name = name;
    this.log = log;
  }

  /// Starts the server and waits until it takes requests.
  ///
  /// @throws StartFailedException if it does not come up within two minutes
  public abstract void start();

  /// Runs the server's command and waits for the line that says that it is ready.
  final void launch(ProcessBuilder command, Predicate<String> isReady) {
    ChildProcess started = ChildProcess.start(name, command, isReady, log);
    child = started;
    started.awaitReady(START_LIMIT);
  }

  /// Stops the server in good order; kills it if that takes longer than 40 s.
  public final void stop() {
    ChildProcess running = child;
    if (running != null) {
      running.release();
      running.awaitExit(STOP_LIMIT);
    }
  }

  /// Stops and starts the server on the same port and data.
  public final void restart() {
    stop();
    start();
  }

  /// Ends the server at once, as a crash would.
  public final void kill() {
    ChildProcess running = child;
    if (running != null) {
      running.kill();
      running.awaitExit(STOP_LIMIT);
    }
  }

  @Override
  public final void close() {
    stop();
  }

  /// {@return whether the server's process runs}
  public final boolean isAlive() {
    return child != null && child.isAlive();
  }

  /// {@return the server's process id, or -1 before the first start}
  public long pid() {
    return child == null ? -1 : child.pid();
  }

  /// {@return completed with the exit code when the server has ended, whoever ended it}
  public final CompletableFuture<Integer> onExit() {
    return child == null ? CompletableFuture.completedFuture(0) : child.onExit();
  }
}
