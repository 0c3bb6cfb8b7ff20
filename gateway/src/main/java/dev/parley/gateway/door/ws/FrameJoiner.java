package dev.parley.gateway.door.ws;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayList;
import java.util.List;

/// Joins what was ready together into as few frames as hold it, each a JSON array of at most 64
/// KiB.
///
/// A piece is one JSON object, or several joined by commas. One that is longer than a frame is an
/// answer: it leaves as one message in several frames (RFC 6455 section 5.4).
final class FrameJoiner {
  static final int MAX_FRAME = 64 * 1024;

  private static final int BRACKETS = 2;

  private FrameJoiner() {}

  /// {@return the frame of one object}
  static List<WebSocketFrame> single(byte[] object) {
    return object.length <= MAX_FRAME
        ? List.of(new TextWebSocketFrame(true, 0, buffer(object.length).writeBytes(object)))
        : fragments(object);
  }

  /// {@return the frames of pieces, in their order}
  static List<WebSocketFrame> join(List<byte[]> pieces) {
    List<WebSocketFrame> frames = new ArrayList<>(1);
    List<byte[]> together = new ArrayList<>(pieces.size());
    int length = BRACKETS;
    for (byte[] piece : pieces) {
      if (length + piece.length > MAX_FRAME) {
        addArray(together, length, frames);
        together.clear();
        length = BRACKETS;
      }
      if (piece.length + BRACKETS > MAX_FRAME) {
        frames.addAll(single(piece));
      } else {
        together.add(piece);
        length += piece.length + 1;
      }
    }
    addArray(together, length, frames);
    return frames;
  }

  private static void addArray(List<byte[]> pieces, int length, List<WebSocketFrame> frames) {
    if (pieces.isEmpty()) {
      return;
    }
    ByteBuf array = buffer(length);
    char before = '[';
    for (byte[] piece : pieces) {
      array.writeByte(before);
      array.writeBytes(piece);
      before = ',';
    }
    array.writeByte(']');
    frames.add(new TextWebSocketFrame(true, 0, array));
  }

  private static List<WebSocketFrame> fragments(byte[] object) {
    List<WebSocketFrame> frames = new ArrayList<>();
    for (int from = 0; from < object.length; from += MAX_FRAME) {
      int length = Math.min(MAX_FRAME, object.length - from);
      boolean last = from + length == object.length;
      ByteBuf part = buffer(length).writeBytes(object, from, length);
      frames.add(
          from == 0
              ? new TextWebSocketFrame(last, 0, part)
              : new ContinuationWebSocketFrame(last, 0, part));
    }
    return frames;
  }

  private static ByteBuf buffer(int length) {
    return PooledByteBufAllocator.DEFAULT.directBuffer(length, length);
  }
}
