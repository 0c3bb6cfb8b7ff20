package dev.parley.deploy.acceptance.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/// What a [LineClient] speaks over.
interface LineWire {
  /// {@return what comes from the server}
  InputStream input() throws IOException;

  /// {@return what goes to the server}
  OutputStream output() throws IOException;

  /// Closes the sending direction only.
  void finishSending() throws IOException;

  /// Ends without a word.
  void reset() throws IOException;

  /// Ends.
  void close() throws IOException;

  /// {@return the wire of a socket}
  static LineWire of(Socket socket) {
    return new LineWire() {
      @Override
      public InputStream input() throws IOException {
        return socket.getInputStream();
      }

      @Override
      public OutputStream output() throws IOException {
        return socket.getOutputStream();
      }

      @Override
      public void finishSending() throws IOException {
        socket.shutdownOutput();
      }

      @Override
      public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
      }

      @Override
      public void close() throws IOException {
        socket.close();
      }
    };
  }

  /// {@return the wire of a program that passes on what it is given, such as `ssh`}
  static LineWire of(Process process) {
    return new LineWire() {
      @Override
      public InputStream input() {
        return process.getInputStream();
      }

      @Override
      public OutputStream output() {
        return process.getOutputStream();
      }

      @Override
      public void finishSending() throws IOException {
        process.getOutputStream().close();
      }

      @Override
      public void reset() {
        process.destroyForcibly();
      }

      @Override
      public void close() {
        process.destroyForcibly();
      }
    };
  }
}
