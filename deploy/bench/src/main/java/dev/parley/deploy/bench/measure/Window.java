package dev.parley.deploy.bench.measure;

import java.time.Duration;

/// The course of one load: from its start it warms up, then it is measured, then nothing is posted
/// any more.
///
/// @param start when posting begins, `System.nanoTime()`
/// @param measured from when on it counts
/// @param end from when on nothing is posted and nothing counts
public record Window(long start, long measured, long end) {

  /// {@return a window that starts at a given time}
  ///
  /// @param start when posting begins
  /// @param warmUp how long it does not count
  /// @param length how long it counts
  public static Window startingAt(long start, Duration warmUp, Duration length) {
    long measured = start + warmUp.toNanos();
    return new Window(start, measured, measured + length.toNanos());
  }

  /// {@return whether messages are posted at that time}
  ///
  /// @param nanos a time
  public boolean isOpen(long nanos) {
    return nanos - end < 0;
  }

  /// {@return whether what happens at that time counts}
  ///
  /// @param nanos a time
  public boolean counts(long nanos) {
    return nanos - measured >= 0 && nanos - end < 0;
  }

  /// {@return the measured time in seconds}
  public double seconds() {
    return (end - measured) / 1e9;
  }
}
