package dev.parley.presence.session;

import dev.parley.presence.effect.Cause;

/// How far the records of a partition have changed the store.
///
/// The timestamp tells a repeated record from one of a topic that was made anew and counts from 0
/// again: time goes on there, offsets do not.
///
/// @param nextOffset offset after the last record that changed something
/// @param lastAt timestamp of that record, epoch milliseconds
public record Progress(long nextOffset, long lastAt) {

  /// Nothing was handled yet.
  public static final Progress NONE = new Progress(0, Long.MIN_VALUE);

  /// {@return whether the record was handled before}
  ///
  /// @param cause a record of the partition
  boolean covers(Cause cause) {
    return cause.offset() < nextOffset && cause.at() <= lastAt;
  }

  /// {@return the progress after the record, which is this one if it was handled before}
  ///
  /// @param cause a record of the partition
  Progress after(Cause cause) {
    return covers(cause) ? this : new Progress(cause.offset() + 1, cause.at());
  }
}
