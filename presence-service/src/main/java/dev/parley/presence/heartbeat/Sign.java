package dev.parley.presence.heartbeat;

import dev.parley.presence.effect.Cause;

/// A record that shows time passing in its partition.
public sealed interface Sign {

  /// {@return the record}
  Cause cause();

  /// A gateway lives.
  ///
  /// @param gateway id of the gateway
  /// @param cause its heartbeat, or its request for a session
  record Beat(String gateway, Cause cause) implements Sign {}

  /// This service lives, and has read the partition up to here.
  ///
  /// @param cause the pulse
  record Tick(Cause cause) implements Sign {}
}
