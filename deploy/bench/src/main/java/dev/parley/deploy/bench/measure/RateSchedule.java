package dev.parley.deploy.bench.measure;

/// When each message of a fixed rate is due, whatever became of those before it.
///
/// Latency counts from the time a message is due, not from when it could be written: a server that
/// stalls does not slow the schedule down, so its stall shows in every message it held up
/// ("coordinated omission" avoided).
public final class RateSchedule {

  private final long start;
  private final long end;
  private final double nanosBetween;
  private long next;

  /// Starts before the first message.
  ///
  /// @param start when message 0 is due
  /// @param end no message is due from then on
  /// @param perSecond messages per second, above 0
  public RateSchedule(long start, long end, double perSecond) {
    if (perSecond <= 0) {
      throw new IllegalArgumentException("rate must be above 0, got " + perSecond);
    }
    this.start = start;
    this.end = end;
    this.nanosBetween = 1e9 / perSecond;
  }

  /// {@return when a message is due}
  ///
  /// @param message number of the message, from 0
  public long dueAt(long message) {
    return start + Math.round(message * nanosBetween);
  }

  /// {@return when the next message is due}
  public long nextDue() {
    return dueAt(next);
  }

  /// {@return number of the next message}
  public long next() {
    return next;
  }

  /// {@return whether the next message is due and may still be posted}
  ///
  /// @param now the time
  public boolean isDue(long now) {
    return nextDue() - now <= 0 && !isOver();
  }

  /// {@return whether no message is left}
  public boolean isOver() {
    return nextDue() - end >= 0;
  }

  /// Steps to the message after the next one.
  public void advance() {
    next++;
  }
}
