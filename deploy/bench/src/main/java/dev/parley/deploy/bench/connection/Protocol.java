package dev.parley.deploy.bench.connection;

import dev.parley.deploy.bench.line.LineListener;
import java.io.IOException;

/// How the lines that the tool says and hears travel on one connection. For its loop's thread.
public interface Protocol {

  /// Takes what is to be written.
  @FunctionalInterface
  interface Output {

    /// Writes bytes; they may be used again afterwards.
    ///
    /// @param bytes holds them
    /// @param from index of the first
    /// @param length how many
    void write(byte[] bytes, int from, int length);
  }

  /// Begins, on a socket that was just connected.
  ///
  /// @param output where to write, from here on
  void open(Output output);

  /// {@return whether lines may be said; if not, what is received makes it so}
  boolean isOpen();

  /// Hands over every line that the new bytes complete.
  ///
  /// @param buffer new bytes, with [dev.parley.deploy.bench.line.LineScanner#MAX_LINE] bytes of
  ///   room before them
  /// @param from index of the first new byte
  /// @param to index after the last new byte
  /// @param nanos when they were read
  /// @param listener takes the lines
  /// @throws IOException if the bytes are not of this protocol, or the server ends the connection
  void receive(byte[] buffer, int from, int to, long nanos, LineListener listener)
      throws IOException;

  /// Says a line.
  ///
  /// @param bytes holds the line with its end
  /// @param from index of its first byte
  /// @param length its length
  void say(byte[] bytes, int from, int length);
}
