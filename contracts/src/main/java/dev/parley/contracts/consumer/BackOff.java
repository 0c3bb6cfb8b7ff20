package dev.parley.contracts.consumer;

import java.util.concurrent.TimeUnit;

/// Pauses between tries: 50 ms, then twice as long each time, up to two seconds. Belongs to one
/// thread.
final class BackOff {
  private static final int MIN_MILLIS = 50;
  private static final int MAX_MILLIS = 2_000;
  private static final System.Logger LOG = System.getLogger(BackOff.class.getName());

  private final String topic;
  private int millis;

  BackOff(String topic) {
    this.topic = topic;
  }

  /// Tells what failed and pauses.
  ///
  /// @return `false` if the thread is to end
  boolean pause(Exception cause) {
    millis = Math.min(MAX_MILLIS, Math.max(MIN_MILLIS, millis * 2));
    LOG.log(
        System.Logger.Level.WARNING,
        "will try again topic={0} after={1}ms cause={2}",
        topic,
        Integer.toString(millis),
        describe(cause));
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// The message of what lies behind may quote what was handled: its type must do.
  private static String describe(Exception fault) {
    Throwable behind = fault.getCause();
    return behind == null ? fault.toString() : fault + " by " + behind.getClass().getName();
  }

  /// Notes that something went well: the next pause is short again.
  void reset() {
    millis = 0;
  }
}
