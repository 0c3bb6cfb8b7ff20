package dev.parley.deploy.bench.line;

/// Takes the lines of one connection, in order, on the thread of its event loop.
public interface LineListener {

  /// Takes one line. The bytes are valid during the call only.
  ///
  /// @param bytes holds the line and other things
  /// @param from index of the line's first byte
  /// @param to index after the line's last byte; CR and LF are not part of it
  /// @param nanos `System.nanoTime()` when the bytes were read
  void onLine(byte[] bytes, int from, int to, long nanos);

  /// Tells that no line will come any more.
  ///
  /// @param cause one line for people
  void onClosed(String cause);
}
