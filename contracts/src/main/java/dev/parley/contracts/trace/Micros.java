package dev.parley.contracts.trace;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/// The time of spans: milliseconds are too coarse for hops within one machine.
public final class Micros {
  private Micros() {}

  /// {@return the time, epoch microseconds}
  ///
  /// @param clock what time it is
  public static long of(InstantSource clock) {
    Instant now = clock.instant();
    return TimeUnit.SECONDS.toMicros(now.getEpochSecond())
        + TimeUnit.NANOSECONDS.toMicros(now.getNano());
  }
}
