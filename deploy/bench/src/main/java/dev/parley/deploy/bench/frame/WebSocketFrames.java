package dev.parley.deploy.bench.frame;

import java.io.IOException;
import java.util.Arrays;

/// Cuts the bytes of a server into WebSocket frames (RFC 6455, section 5.2).
///
/// A frame that is not complete is kept here. Fragmented messages are refused: Parley sends none.
final class WebSocketFrames {

  /// Takes the frames.
  interface Sink {

    /// Takes the payload of a text frame; it is valid during the call only.
    void onText(byte[] bytes, int from, int to) throws IOException;

    /// Takes the payload of a ping, to be sent back.
    void onPing(byte[] bytes, int from, int to);
  }

  private static final int FINAL_TEXT = 0x81;
  private static final int FINAL_CLOSE = 0x88;
  private static final int FINAL_PING = 0x89;
  private static final int FINAL_PONG = 0x8A;
  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;
  private static final int MAX_PAYLOAD = 1024 * 1024;

  private byte[] kept = {};
  private int keptLength;

  void scan(byte[] buffer, int from, int to, Sink sink) throws IOException {
    if (keptLength == 0) {
      keep(buffer, scanWhole(buffer, from, to, sink), to);
      return;
    }
    append(buffer, from, to);
    int length = keptLength;
    keptLength = 0;
    keep(kept, scanWhole(kept, 0, length, sink), length);
  }

  /// {@return index of the first byte that belongs to no complete frame}
  private static int scanWhole(byte[] bytes, int from, int to, Sink sink) throws IOException {
    int at = from;
    while (to - at >= 2) {
      int header = headerLength(bytes[at + 1]);
      if (to - at < header) {
        return at;
      }
      int length = payloadLength(bytes, at, header);
      if (to - at - header < length) {
        return at;
      }
      hand(bytes[at] & 0xFF, bytes, at + header, at + header + length, sink);
      at += header + length;
    }
    return at;
  }

  private static int headerLength(byte second) {
    return switch (second & 0xFF) {
      case TWO_BYTES -> 4;
      case EIGHT_BYTES -> 10;
      default -> 2;
    };
  }

  private static int payloadLength(byte[] bytes, int at, int header) throws IOException {
    if (header == 2) {
      return bytes[at + 1] & 0xFF;
    }
    long length = 0;
    for (int i = at + 2; i < at + header; i++) {
      length = (length << 8) | (bytes[i] & 0xFF);
    }
    if (length < 0 || length > MAX_PAYLOAD) {
      throw new IOException("a frame of " + length + " bytes");
    }
    return (int) length;
  }

  private static void hand(int opcode, byte[] bytes, int from, int to, Sink sink)
      throws IOException {
    switch (opcode) {
      case FINAL_TEXT -> sink.onText(bytes, from, to);
      case FINAL_PING -> sink.onPing(bytes, from, to);
      case FINAL_PONG -> {}
      case FINAL_CLOSE -> throw new IOException("closed by the server" + status(bytes, from, to));
      default -> throw new IOException("a frame that begins with 0x" + Integer.toHexString(opcode));
    }
  }

  private static String status(byte[] bytes, int from, int to) {
    return to - from < 2 ? "" : " with " + (((bytes[from] & 0xFF) << 8) | (bytes[from + 1] & 0xFF));
  }

  private void append(byte[] buffer, int from, int to) {
    int length = keptLength + to - from;
    if (kept.length < length) {
      kept = Arrays.copyOf(kept, 2 * length);
    }
    System.arraycopy(buffer, from, kept, keptLength, to - from);
    keptLength = length;
  }

  private void keep(byte[] bytes, int from, int to) {
    int length = to - from;
    if (kept.length < length) {
      kept = new byte[2 * length];
    }
    System.arraycopy(bytes, from, kept, 0, length);
    keptLength = length;
  }
}
