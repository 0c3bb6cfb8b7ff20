package dev.parley.deploy.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// One PostgreSQL server as a child process, from the programs of the platform's jar.
///
/// It refuses to run as root, so root starts it in a user namespace without root.
public final class EmbeddedPostgres extends EmbeddedServer {

  private static final Duration SIBLINGS_LIMIT = Duration.ofSeconds(15);
  private static final Duration RETRY_PAUSE = Duration.ofMillis(250);
  private static final String SIBLINGS_ALIVE = "pre-existing shared memory block";
  private static final String READY = "database system is ready to accept connections";

  /// Runs a command as its own child and interrupts it when standard input ends, whatever has
  /// become of the JVM at the other end.
  private static final String LEASH =
      """
      exec 3<&0
      "$@" 3<&- </dev/null &
      child=$!
      { while read -r _ <&3; do :; done; kill -INT $child; } 2>/dev/null &
      wait $child
      code=$?
      kill $! 2>/dev/null
      exit $code
      """;

  private final PostgresSettings settings;
  private final Consumer<String> log;
  private final PostgresBinaries binaries;

  /// Makes a server that is not started yet.
  ///
  /// @param settings port, folder and options
  /// @param log takes the server's log lines, on a thread of the server
  public EmbeddedPostgres(PostgresSettings settings, Consumer<String> log) {
    super("PostgreSQL", log);
    this.settings = settings;
    this.log = log;
    this.binaries = PostgresBinaries.ofUser();
  }

  /// Makes the data folder if needed, starts the server and waits until it takes connections.
  ///
  /// @throws StartFailedException if it does not come up within two minutes
  @Override
  public void start() {
    Path bin = binaries.folder().resolve("bin");
    if (!Files.exists(settings.folder().resolve("PG_VERSION"))) {
      new InitDb(settings, log).run(bin);
    }
    new Postmaster(settings.folder()).clearLeftOver(STOP_LIMIT);
    startServer(bin, System.nanoTime() + SIBLINGS_LIMIT.toNanos());
  }

  /// After a kill the server's own children may take a moment to notice, and hold the shared
  /// memory.
  private void startServer(Path bin, long deadline) {
    try {
      startServer(bin);
    } catch (StartFailedException e) {
      if (!String.valueOf(e.getMessage()).contains(SIBLINGS_ALIVE)
          || System.nanoTime() > deadline) {
        throw e;
      }
      LockSupport.parkNanos(RETRY_PAUSE.toNanos());
      startServer(bin, deadline);
    }
  }

  private void startServer(Path bin) {
    var command = new ArrayList<>(List.of("sh", "-c", LEASH, "sh"));
    command.addAll(
        PostgresCommand.asUser(bin.resolve("postgres"), "-D", settings.folder().toString()));
    command.addAll(settings.arguments());
    launch(PostgresCommand.of(command), EmbeddedPostgres::isReady);
  }

  /// Makes the database, the roles and their schemas; those that exist keep their data.
  ///
  /// @param roles one for each service
  public void create(List<ServiceRole> roles) {
    new PostgresRoles(settings).create(roles);
  }

  /// {@return the process id of the server itself, or -1 if it does not run}
  @Override
  public long pid() {
    return new Postmaster(settings.folder()).find().map(ProcessHandle::pid).orElse(-1L);
  }

  /// {@return port, folder and options}
  public PostgresSettings settings() {
    return settings;
  }

  private static boolean isReady(String line) {
    return line.endsWith(READY);
  }
}
