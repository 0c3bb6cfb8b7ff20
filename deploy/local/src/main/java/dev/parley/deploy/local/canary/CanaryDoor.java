package dev.parley.deploy.local.canary;

import java.time.Duration;

/// A door that the canary goes through.
interface CanaryDoor {
  /// Longest wait for anything at a door.
  Duration LIMIT = Duration.ofSeconds(10);

  /// {@return its name: `tcp`, `tls`, `ws` or `ssh`}
  String name();

  /// Logs in, in the place of the session that the account has elsewhere, and writes to itself.
  ///
  /// @param account who
  /// @param text what
  /// @return how it went
  /// @throws CanaryException if the server refused, or did not answer in time
  Visit visit(CanaryAccount account, String text);

  /// How a visit went.
  ///
  /// @param loginNanos from the beginning of the connection to the session
  /// @param roundTripNanos from the message to its acknowledgement
  /// @param connection stays open, so that the account stays where it is until the next visit;
  ///   closing it logs out
  record Visit(long loginNanos, long roundTripNanos, Runnable connection) {}
}
