package dev.parley.password;

import java.util.Arrays;

/// A password in clear, for as long as it takes to look at it; closing wipes it.
///
/// Never a `String`, since those cannot be wiped, and nothing prints it. For one thread at a time.
public final class Secret implements AutoCloseable {
  private final byte[] bytes;

  /// Takes the bytes over; they are wiped at the end.
  ///
  /// @param bytes UTF-8
  public Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /// {@return the bytes themselves, not a copy}
  public byte[] bytes() {
    return bytes;
  }

  /// {@return number of Unicode code points}
  public int length() {
    int length = 0;
    for (byte b : bytes) {
      // Every byte of UTF-8 but the continuation bytes, 10xxxxxx, begins a code point.
      if ((b & 0xC0) != 0x80) {
        length++;
      }
    }
    return length;
  }

  /// {@return a copy in which `A-Z` are `a-z`; to be wiped by the caller}
  byte[] folded() {
    byte[] folded = bytes.clone();
    for (int i = 0; i < folded.length; i++) {
      if (folded[i] >= 'A' && folded[i] <= 'Z') {
        folded[i] = (byte) (folded[i] + 'a' - 'A');
      }
    }
    return folded;
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "Secret[]";
  }
}
