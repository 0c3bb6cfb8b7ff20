package dev.parley.cli.rehearsal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/// The server's end of one WebSocket (RFC 6455): texts in single frames of less than 64 KiB, which
/// is all that the client of this process sends. For one thread.
final class WebSocketPeer implements AutoCloseable {

  private static final String PROOF = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // section 1.3
  private static final String KEY = "sec-websocket-key: ";
  private static final int TEXT = 0x1;
  private static final int CLOSE = 0x8;
  private static final int PING = 0x9;
  private static final int PONG = 0xa;
  private static final int FINAL = 0x80;
  private static final int OPCODE = 0x0f;
  private static final int LENGTH = 0x7f;
  private static final int TWO_BYTES = 126;
  private static final int MASK = 4;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  /// Takes the client's greeting.
  ///
  /// @throws IOException if it is none
  WebSocketPeer(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
    this.out = new DataOutputStream(socket.getOutputStream());
    greet();
  }

  /// {@return the next text; nothing when the client has said goodbye}
  Optional<String> read() throws IOException {
    while (true) {
      int opcode = in.readUnsignedByte() & OPCODE;
      byte[] payload = payload();
      if (opcode == TEXT) {
        return Optional.of(new String(payload, StandardCharsets.UTF_8));
      }
      if (opcode == CLOSE) {
        write(CLOSE, payload);
        return Optional.empty();
      }
      if (opcode == PING) {
        write(PONG, payload);
      }
    }
  }

  void write(String text) throws IOException {
    write(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void greet() throws IOException {
    String key = "";
    String line = line();
    while (!line.isEmpty()) {
      if (line.regionMatches(true, 0, KEY, 0, KEY.length())) {
        key = line.substring(KEY.length()).strip();
      }
      line = line();
    }
    String head =
        String.join(
            "\r\n",
            "HTTP/1.1 101 Switching Protocols",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Protocol: parley.v1",
            "Sec-WebSocket-Accept: " + proof(key),
            "",
            "");
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    int next = in.readUnsignedByte();
    while (next != '\n') {
      line.append((char) next);
      next = in.readUnsignedByte();
    }
    return line.toString().strip();
  }

  private byte[] payload() throws IOException {
    int length = in.readUnsignedByte() & LENGTH;
    byte[] mask = new byte[MASK];
    byte[] payload = new byte[length == TWO_BYTES ? in.readUnsignedShort() : length];
    in.readFully(mask);
    in.readFully(payload);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i % MASK];
    }
    return payload;
  }

  private void write(int opcode, byte[] payload) throws IOException {
    out.writeByte(FINAL | opcode);
    if (payload.length < TWO_BYTES) {
      out.writeByte(payload.length);
    } else {
      out.writeByte(TWO_BYTES);
      out.writeShort(payload.length);
    }
    out.write(payload);
    out.flush();
  }

  private static String proof(String key) {
    try {
      byte[] sha1 =
          MessageDigest.getInstance("SHA-1")
              .digest((key + PROOF).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(sha1);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
