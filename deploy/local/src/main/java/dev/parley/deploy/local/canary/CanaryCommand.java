package dev.parley.deploy.local.canary;

import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.TroubleException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./parley canary`: writes to itself through each door, and tells how long it took. Exit code 0:
/// all went well (`--once`), or it was ended; 1: something failed (`--once`).
@Command(
    name = "canary",
    description = "Writes to itself through each door, every minute, and tells how long it took.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Its account is made at the first run; the password is kept with those of the data folder, or",
      "given in the variable PARLEY_PASSWORD. For Prometheus: http://127.0.0.1:9095/metrics"
    })
public final class CanaryCommand implements Callable<Integer> {
  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final Duration END_LIMIT = Duration.ofSeconds(2);

  @Mixin private CanaryServer server = new CanaryServer();

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How often, at least 5; default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(names = "--once", description = "Once through all doors; prints the metrics, then ends.")
  private boolean once;

  @Option(
      names = "--metrics-listen",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Where metrics are shown; default: ${DEFAULT-VALUE}.")
  private String listen = "";

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      defaultValue = "9095",
      description = "Default: ${DEFAULT-VALUE}.")
  private int port;

  /// Made by the command line.
  public CanaryCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    if (seconds < SHORTEST.toSeconds()) {
      throw new TroubleException(
          "a visit every " + seconds + " s is too often", "--every 5 at least");
    }
    CanaryAccount account = server.account();
    List<CanaryDoor> doors = server.doors();
    register(account, doors);
    CanaryRecord record = new CanaryRecord();
    Console console = Console.ofOutput();
    CountDownLatch ended = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(ended, closed), "canary-end"));
    try (Canary canary = new Canary(account, doors, record, InstantSource.system(), console)) {
      return once ? once(canary, record, console) : untilEnded(ended, canary, record, console);
    } finally {
      closed.countDown();
    }
  }

  /// Ctrl+C: the account logs out before the process ends.
  private static void end(CountDownLatch ended, CountDownLatch closed) {
    ended.countDown();
    try {
      boolean _ = closed.await(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int once(Canary canary, CanaryRecord record, Console console) {
    boolean well = canary.round();
    console.line(record.metrics().strip());
    return well ? 0 : 1;
  }

  private int untilEnded(CountDownLatch ended, Canary canary, CanaryRecord record, Console console)
      throws InterruptedException {
    try (MetricsPage page = new MetricsPage(listen, port, record::metrics)) {
      console.line(
          "canary every %d s, metrics at http://%s:%d/metrics; Ctrl+C ends it"
              .formatted(seconds, listen, page.port()));
      do {
        canary.round();
      } while (!ended.await(seconds, TimeUnit.SECONDS));
    }
    return 0;
  }

  /// Through a line door, which answers who is not logged in.
  private static void register(CanaryAccount account, List<CanaryDoor> doors) {
    doors.stream()
        .filter(LineCanaryDoor.class::isInstance)
        .map(LineCanaryDoor.class::cast)
        .findFirst()
        .ifPresent(door -> {
          try {
            door.register(account);
          } catch (CanaryException e) {
            throw new TroubleException(
                String.valueOf(e.getMessage()),
                "see ./parley status; where registration is closed make the account with ./parley"
                    + " admin add-user, and give its password in PARLEY_PASSWORD");
          }
        });
  }
}
