package dev.parley.cli.screen;

/// How a chat ends.
public enum Ending {
  /// The person left.
  LEFT,
  /// The person ended the session.
  LOGGED_OUT,
  /// Another login took the session over.
  TAKEN_OVER,
  /// The server does not take the session any more.
  EXPIRED
}
