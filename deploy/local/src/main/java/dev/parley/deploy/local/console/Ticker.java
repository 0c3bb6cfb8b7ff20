package dev.parley.deploy.local.console;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Ticks once a second from the second second on, until closed.
public final class Ticker implements AutoCloseable {

  private static final long QUIET_SECONDS = 2;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("ticker").factory());
  private final long start = System.nanoTime();

  /// Starts one.
  ///
  /// @param console where to tick
  /// @param what names what is being waited for; asked for each tick; nothing is shown when empty
  public Ticker(Console console, Supplier<String> what) {
    var _ =
        clock.scheduleAtFixedRate(
            () -> tick(console, what.get()), QUIET_SECONDS, 1, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private void tick(Console console, String what) {
    if (!what.isEmpty()) {
      console.tick(what, Duration.ofNanos(System.nanoTime() - start));
    }
  }
}
