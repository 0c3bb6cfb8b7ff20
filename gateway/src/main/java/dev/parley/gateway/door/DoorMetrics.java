package dev.parley.gateway.door;

/// What is counted at the doors. Safe for use by many threads.
public interface DoorMetrics {
  /// Counts entries handed to one reader.
  ///
  /// @param chunk the entries
  void delivered(EntryChunk chunk);

  /// Counts a connection that ended.
  ///
  /// @param door the door's name
  /// @param reason why
  void closed(String door, CloseReason reason);
}
