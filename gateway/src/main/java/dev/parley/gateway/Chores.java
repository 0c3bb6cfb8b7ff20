package dev.parley.gateway;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// What is done again and again, on one thread. A chore that fails is logged and done again.
final class Chores implements AutoCloseable {
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("gateway-chores").factory());

  void every(Duration period, String what, Runnable chore) {
    thread.scheduleWithFixedDelay(
        () -> guarded(what, chore), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private static void guarded(String what, Runnable chore) {
    try {
      chore.run();
    } catch (RuntimeException e) {
      Log.errorf(e, "chore failed chore=%s", what);
    }
  }
}
