package dev.parley.deploy.bench.session;

import dev.parley.deploy.bench.line.LineCursor;

/// Takes what a connection gets while a load runs, in order, on the thread of its event loop.
public interface Traffic {

  /// Takes an event, a line that begins with `* `.
  ///
  /// @param line stands behind the `* `; valid during the call only
  /// @param nanos when it was read
  void onEvent(LineCursor line, long nanos);

  /// Takes the reply to a command that was not asked by [ChatConnection#request].
  ///
  /// @param line stands at its first byte; valid during the call only
  /// @param nanos when it was read
  void onReply(LineCursor line, long nanos);

  /// Tells that the connection is no more.
  ///
  /// @param cause one line for people
  void onClosed(String cause);
}
