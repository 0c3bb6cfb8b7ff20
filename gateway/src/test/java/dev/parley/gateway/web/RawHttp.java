package dev.parley.gateway.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/// A connection to an HTTP port on which anything can be said, in Latin-1.
final class RawHttp implements AutoCloseable {
  private static final int LIMIT_MILLIS = 20_000;
  private static final int MAX_LENGTH = 16 * 1024;
  private static final int EIGHT_BYTE_LENGTH = 127;
  private static final int MASKED = 0x80;

  private final Socket socket;

  RawHttp(URI page) throws IOException {
    socket = new Socket(page.getHost(), page.getPort());
    socket.setSoTimeout(LIMIT_MILLIS);
  }

  /// {@return the head of the answer to one request}
  static String head(URI page, String request) throws IOException {
    try (RawHttp http = new RawHttp(page)) {
      return http.send(request).head();
    }
  }

  /// {@return the connection after its upgrade, whose answer is kept}
  static RawHttp webSocket(URI page, String... headers) throws IOException {
    return new RawHttp(page)
        .send(
            "GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Protocol: parley.v1\r\n"
                + String.join("", headers)
                + "\r\n");
  }

  RawHttp send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /// Sends the first bytes of a text frame that says to be so long.
  RawHttp sendFrameOf(long length) throws IOException {
    byte[] frame = new byte[64];
    ThreadLocalRandom.current().nextBytes(frame);
    frame[0] = (byte) 0x81;
    frame[1] = (byte) (MASKED | EIGHT_BYTE_LENGTH);
    for (int i = 0; i < Long.BYTES; i++) {
      frame[2 + i] = (byte) (length >>> (Long.SIZE - Byte.SIZE * (i + 1)));
    }
    socket.getOutputStream().write(frame);
    return this;
  }

  /// {@return status line and headers; what there is of them if the connection ends}
  String head() throws IOException {
    return readUpTo("\r\n\r\n");
  }

  /// {@return what comes up to an end; what there is of it if the connection ends}
  String readUpTo(String end) throws IOException {
    StringBuilder read = new StringBuilder();
    InputStream in = socket.getInputStream();
    while (read.indexOf(end) < 0 && read.length() < MAX_LENGTH) {
      int next = in.read();
      if (next < 0) {
        return read.toString();
      }
      read.append((char) next);
    }
    return read.toString();
  }

  /// Reads until the server ends the connection, in order or not.
  ///
  /// @throws java.net.SocketTimeoutException if it does not
  void awaitEnd() throws IOException {
    try {
      socket.getInputStream().readAllBytes();
    } catch (java.net.SocketTimeoutException e) {
      throw e;
    } catch (IOException _) {
      // Broken off: that is an end, too.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
