package dev.parley.auth.account;

import dev.parley.auth.lockout.Lockout;
import dev.parley.auth.password.SealedPasswords;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Every half minute: announces accounts that were left over, forgets old nonces and failures.
///
/// Runs on a thread of its own. What fails is tried again the next time.
@Singleton
final class Housekeeping {
  private static final int PERIOD_SECONDS = 30;

  private final Announcer announcer;
  private final SealedPasswords seals;
  private final Lockout lockout;
  private final InstantSource clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("housekeeping").daemon().factory());

  @Inject
  Housekeeping(Announcer announcer, SealedPasswords seals, Lockout lockout, InstantSource clock) {
    this.announcer = announcer;
    this.seals = seals;
    this.lockout = lockout;
    this.clock = clock;
  }

  void onStart(@Observes StartupEvent event) {
    Future<?> _ = thread.scheduleWithFixedDelay(this::round, 1, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  void onStop(@Observes ShutdownEvent event) {
    thread.shutdownNow();
  }

  private void round() {
    Instant now = clock.instant();
    attempt("announce accounts", () -> announcer.sweep(now));
    attempt("forget nonces", () -> seals.forget(now));
    attempt("forget failures", () -> lockout.forget(now));
  }

  private static void attempt(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      // The outermost level: an exception would end the schedule for good.
      Log.warnf("housekeeping failed what=%s cause=%s", what, e);
    }
  }
}
