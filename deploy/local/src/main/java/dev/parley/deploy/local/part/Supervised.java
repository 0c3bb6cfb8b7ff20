package dev.parley.deploy.local.part;

import dev.parley.deploy.embedded.StartFailedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A part that is started again when it dies.
///
/// ```
/// STARTING ── ready ──▶ READY ── died ──▶ RESTARTING ── ready ──▶ READY
///     │ failed: start() throws                 │ failed: longer pause, again
///     └───────────── stop() from anywhere ─────┴──▶ STOPPING ──▶ STOPPED
/// ```
///
/// The pause begins with half a second and doubles up to 15 s; a minute of work resets it.
public final class Supervised {

  private static final System.Logger LOG = System.getLogger(Supervised.class.getName());

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final Duration PROVEN = Duration.ofMinutes(1);

  private final Part part;
  private final PartListener listener;
  private final CountDownLatch stopAsked = new CountDownLatch(1);
  private volatile Phase phase = Phase.STARTING;
  private final AtomicInteger restarts = new AtomicInteger();

  /// Makes one that is not started yet.
  ///
  /// @param part what is supervised
  /// @param listener is told what happens
  public Supervised(Part part, PartListener listener) {
    this.part = part;
    this.listener = listener;
  }

  /// Starts the part and, once it is ready, watches it on a virtual thread.
  ///
  /// @throws StartFailedException if the first start fails
  public void start() {
    startOnce();
    Thread.ofVirtual().name("watch-" + part.name()).start(this::watch);
  }

  /// Stops the part for good; waits for its end, which is bounded by the part's own limit.
  public void stop() {
    stopAsked.countDown();
    to(Phase.STOPPING);
    part.stop();
    to(Phase.STOPPED);
  }

  /// {@return the part}
  public Part part() {
    return part;
  }

  /// {@return where it is in its life}
  public Phase phase() {
    return phase;
  }

  /// {@return how often it has been started again}
  public int restarts() {
    return restarts.get();
  }

  private void startOnce() {
    long begin = System.nanoTime();
    part.start();
    if (isStopping()) {
      part.stop();
      return;
    }
    to(Phase.READY);
    listener.onReady(this, Duration.ofNanos(System.nanoTime() - begin));
  }

  private void watch() {
    Duration pause = FIRST_PAUSE;
    long readySince = System.nanoTime();
    String cause = "ended with code " + part.onExit().join();
    while (!isStopping()) {
      if (System.nanoTime() - readySince > PROVEN.toNanos()) {
        pause = FIRST_PAUSE;
      }
      to(Phase.RESTARTING);
      listener.onDied(this, cause, pause);
      if (isStoppedWithin(pause)) {
        return;
      }
      pause = longer(pause);
      restarts.incrementAndGet();
      try {
        startOnce();
        readySince = System.nanoTime();
        cause = "ended with code " + part.onExit().join();
      } catch (RuntimeException e) {
        // Whatever it is, such as a full disk: it may be over at the next try.
        cause = String.valueOf(e.getMessage());
        endWhatIsLeft();
        readySince = System.nanoTime();
      }
    }
  }

  /// A start that fails late may have left a process, which would hold ports and data.
  private void endWhatIsLeft() {
    try {
      part.stop();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "nothing to stop of " + part.name(), e);
    }
  }

  private boolean isStopping() {
    return stopAsked.getCount() == 0;
  }

  private boolean isStoppedWithin(Duration pause) {
    try {
      return stopAsked.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private void to(Phase next) {
    phase = next;
    listener.onPhase(this);
  }
}
