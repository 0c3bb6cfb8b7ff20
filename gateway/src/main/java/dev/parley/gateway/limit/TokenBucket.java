package dev.parley.gateway.limit;

/// A token bucket: so many at once, so many a second. Confined to one thread.
public final class TokenBucket {
  private static final double NANOS_PER_SECOND = 1e9;

  private final double perSecond;
  private final double burst;
  private double tokens;
  private long filledAt;

  /// Starts full.
  ///
  /// @param perSecond tokens that come back each second; above 0
  /// @param burst most tokens at one time; at least 1
  /// @param now monotonic time in nanoseconds
  public TokenBucket(double perSecond, int burst, long now) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.tokens = burst;
    this.filledAt = now;
  }

  /// Takes a token if there is one.
  ///
  /// @param now monotonic time in nanoseconds, never before that of an earlier call
  /// @return 0 if it was taken, else the milliseconds after which there will be one
  public long take(long now) {
    tokens = Math.min(burst, tokens + (now - filledAt) / NANOS_PER_SECOND * perSecond);
    filledAt = now;
    if (tokens >= 1) {
      tokens -= 1;
      return 0;
    }
    return (long) Math.ceil((1 - tokens) / perSecond * 1_000);
  }
}
