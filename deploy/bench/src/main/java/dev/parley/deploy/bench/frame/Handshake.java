package dev.parley.deploy.bench.frame;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The opening handshake of WebSocket, from the client's side (RFC 6455, section 4.1).
final class Handshake {

  private static final int MAX_ANSWER = 8 * 1024;
  private static final String END = "\r\n\r\n";

  private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
  private boolean done;

  static byte[] request() {
    return """
    GET /ws HTTP/1.1\r
    Host: localhost\r
    Connection: Upgrade\r
    Upgrade: websocket\r
    Sec-WebSocket-Version: 13\r
    Sec-WebSocket-Key: cGFybGV5LWJlbmNoLXRvb2w=\r
    Sec-WebSocket-Protocol: parley.v1\r
    \r
    """
        .getBytes(StandardCharsets.US_ASCII);
  }

  boolean isDone() {
    return done;
  }

  /// Reads the server's answer.
  ///
  /// @return index of the first byte behind it; `to` as long as it is not complete
  /// @throws IOException if the server does not switch protocols
  int receive(byte[] bytes, int from, int to) throws IOException {
    int before = answer.size();
    answer.write(bytes, from, to - from);
    String read = answer.toString(StandardCharsets.ISO_8859_1);
    int end = read.indexOf(END);
    if (end < 0) {
      if (read.length() > MAX_ANSWER) {
        throw new IOException("no end of the handshake within 8 KiB");
      }
      return to;
    }
    if (!read.startsWith("HTTP/1.1 101")) {
      throw new IOException("no WebSocket here: " + read.lines().findFirst().orElse(""));
    }
    done = true;
    return from + end + END.length() - before;
  }
}
