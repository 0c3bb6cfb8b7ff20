package dev.parley.routing.rebuild;

/// The log does not hold all records from its first to where the tables were.
public final class LogCutException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Names the partition.
  ///
  /// @param partition its number
  /// @param first offset of its first record
  /// @param end offset after its last record
  /// @param target where the tables were
  public LogCutException(int partition, long first, long end, long target) {
    super(
        "partition %d of the log holds %d to %d, the tables need 0 to %d"
            .formatted(partition, first, end, target));
  }
}
