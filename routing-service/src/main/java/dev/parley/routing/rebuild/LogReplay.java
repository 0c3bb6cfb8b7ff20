package dev.parley.routing.rebuild;

import dev.parley.routing.conversation.LogRecord;
import java.util.List;
import java.util.Map;

/// The log, once more.
public interface LogReplay {
  /// Takes the records of one poll.
  @FunctionalInterface
  interface Listener {
    /// Takes them.
    ///
    /// @param batch at least one record, in the order of each partition
    /// @throws RuntimeException if one of them can never be applied; they come again one by one
    void onRecords(List<LogRecord> batch);
  }

  /// How much that was.
  ///
  /// @param records records that were handed over
  /// @param skipped records that cannot be read or applied: dead letters
  record Outcome(long records, long skipped) {}

  /// Reads every partition from its first record.
  ///
  /// @param targets offset at which to stop, for each partition; missing: its end
  /// @param listener takes the records
  /// @return how much that was
  /// @throws LogCutException if the log does not hold all of that
  Outcome run(Map<Integer, Long> targets, Listener listener);
}
