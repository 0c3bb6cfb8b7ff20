package dev.parley.deploy.bench.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that are put together again and again. Grows with the longest.
final class LineBuffer {

  private byte[] bytes = new byte[512];
  private int length;

  LineBuffer clear() {
    length = 0;
    return this;
  }

  LineBuffer add(byte[] more) {
    return add(more, 0, more.length);
  }

  LineBuffer add(byte[] more, int from, int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, 2 * (length + count));
    }
    System.arraycopy(more, from, bytes, length, count);
    length += count;
    return this;
  }

  LineBuffer add(String ascii) {
    return add(ascii.getBytes(StandardCharsets.ISO_8859_1));
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }
}
