package dev.parley.deploy.bench.line;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Cuts the bytes of one connection into lines, eight bytes at a time.
///
/// The reading buffer is shared by all connections of an event loop. What stands at its end without
/// a line end is kept here, and put in front of the connection's next bytes: for this the buffer
/// has [#MAX_LINE] bytes of room before them.
public final class LineScanner {

  /// Most bytes of a line, without its end: 4,000 characters of text and the fields before it.
  public static final int MAX_LINE = 20 * 1024;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final byte[] NOTHING = {};

  private byte[] kept = NOTHING;
  private int keptLength;

  /// Starts at the beginning of a line.
  public LineScanner() {}

  /// Hands over every line that the new bytes complete.
  ///
  /// @param buffer new bytes, with at least [#MAX_LINE] bytes of room before them
  /// @param from index of the first new byte
  /// @param to index after the last new byte
  /// @param nanos when they were read
  /// @param listener takes the lines
  /// @throws LineTooLongException if there is no line end within [#MAX_LINE] bytes
  public void scan(byte[] buffer, int from, int to, long nanos, LineListener listener) {
    int start = from - keptLength;
    System.arraycopy(kept, 0, buffer, start, keptLength);
    keptLength = 0;
    int end = lineFeed(buffer, from, to);
    while (end >= 0) {
      int last = end > start && buffer[end - 1] == '\r' ? end - 1 : end;
      listener.onLine(buffer, start, last, nanos);
      start = end + 1;
      end = lineFeed(buffer, start, to);
    }
    keep(buffer, start, to - start);
  }

  private void keep(byte[] buffer, int from, int length) {
    if (length > MAX_LINE) {
      throw new LineTooLongException(length);
    }
    if (kept.length < length) {
      kept = new byte[Math.min(MAX_LINE, Math.max(256, 2 * length))];
    }
    System.arraycopy(buffer, from, kept, 0, length);
    keptLength = length;
  }

  /// {@return index of the first line feed, or -1}
  private static int lineFeed(byte[] bytes, int from, int to) {
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      // A byte that equals the line feed becomes zero, and only below zero bytes the high bit
      // stays.
      long word = (long) LONGS.get(bytes, at) ^ LINE_FEEDS;
      long hits = (word - ONES) & ~word & HIGH_BITS;
      if (hits != 0) {
        return at + (Long.numberOfTrailingZeros(hits) >>> 3);
      }
    }
    for (; at < to; at++) {
      if (bytes[at] == '\n') {
        return at;
      }
    }
    return -1;
  }
}
