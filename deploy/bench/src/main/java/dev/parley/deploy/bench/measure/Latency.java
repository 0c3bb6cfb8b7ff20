package dev.parley.deploy.bench.measure;

import org.HdrHistogram.Histogram;

/// How long things took: an HdrHistogram from 1 µs to 60 s with three digits. For one thread.
public final class Latency {

  private static final long SHORTEST_NANOS = 1_000;
  private static final long LONGEST_NANOS = 60_000_000_000L;

  private final Histogram histogram = new Histogram(SHORTEST_NANOS, LONGEST_NANOS, 3);

  /// Starts with nothing noted.
  public Latency() {}

  /// Notes one duration; what is above 60 s counts as 60 s.
  ///
  /// @param nanos duration
  public void record(long nanos) {
    histogram.recordValue(Math.clamp(nanos, 0, LONGEST_NANOS));
  }

  /// Takes over what another one has noted.
  ///
  /// @param other not in use by its thread any more
  public void add(Latency other) {
    histogram.add(other.histogram);
  }

  /// {@return the figures of what was noted}
  public Quantiles quantiles() {
    return new Quantiles(
        histogram.getTotalCount(), millis(50), millis(99), millis(99.9), millis(100));
  }

  private double millis(double percentile) {
    return histogram.getTotalCount() == 0 ? 0 : histogram.getValueAtPercentile(percentile) / 1e6;
  }
}
