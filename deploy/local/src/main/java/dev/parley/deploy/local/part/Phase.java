package dev.parley.deploy.local.part;

import java.util.Locale;

/// Where a part is in its life.
public enum Phase {
  /// First start, not ready yet.
  STARTING,
  /// At work.
  READY,
  /// It died; the next attempt waits or is under way.
  RESTARTING,
  /// It was asked to end.
  STOPPING,
  /// It has ended because it was asked to.
  STOPPED;

  /// {@return the word in tables and JSON}
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
