package dev.parley.gateway.door;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Remembers why connections were closed, in order. Safe for use by many threads.
public final class ClosedConnections implements DoorMetrics {
  private final List<CloseReason> reasons = new CopyOnWriteArrayList<>();

  /// {@return why, for each connection that was closed}
  public List<CloseReason> reasons() {
    return reasons;
  }

  @Override
  public void delivered(EntryChunk chunk) {}

  @Override
  public void closed(String door, CloseReason reason) {
    reasons.add(reason);
  }
}
