package dev.parley.cli.connection;

import java.time.Duration;

/// How the connection is.
public sealed interface LinkState {

  /// Nothing is open, and nothing is tried.
  record Idle() implements LinkState {}

  /// A connection is being opened.
  record Connecting() implements LinkState {}

  /// Frames go both ways.
  record Open() implements LinkState {}

  /// The connection was lost, or could not be opened; the next try follows.
  ///
  /// @param pause time to the next try
  /// @param cause what is known of the reason, for people
  record Waiting(Duration pause, String cause) implements LinkState {}

  /// The server ended the session; coming back by oneself would be wrong.
  ///
  /// @param takenOver whether it goes on elsewhere (close code 4001)
  record Ended(boolean takenOver) implements LinkState {}
}
