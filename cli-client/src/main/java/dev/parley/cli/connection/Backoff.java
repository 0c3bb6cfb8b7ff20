package dev.parley.cli.connection;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/// Time to wait before a try: a random share ("full jitter") of 0.5 s that doubles to 30 s, so that
/// the clients of a server that comes back do not arrive together.
final class Backoff {

  private static final long FIRST = 500;
  private static final long LONGEST = 30_000;
  private static final int DOUBLINGS = 16;

  private final DoubleSupplier random;
  private int attempt;

  /// @param random numbers from 0 to below 1
  Backoff(DoubleSupplier random) {
    this.random = random;
  }

  Duration next() {
    long ceiling = Math.min(LONGEST, FIRST << Math.min(attempt++, DOUBLINGS));
    return Duration.ofMillis(Math.round(random.getAsDouble() * ceiling));
  }

  void reset() {
    attempt = 0;
  }
}
