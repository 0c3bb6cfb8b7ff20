package dev.parley.deploy.bench.line;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads the fields of a line from left to right, without allocating. One is used for many lines.
///
/// Fields are parted by single spaces. What does not fit reads as absent (`false`, -1): a checker
/// must never fall over what it checks.
public final class LineCursor {

  private byte[] bytes = {};
  private int at;
  private int end;

  /// Stands on an empty line.
  public LineCursor() {}

  /// Goes to the start of another line.
  ///
  /// @param line holds the line
  /// @param from index of its first byte
  /// @param to index after its last byte
  /// @return this
  public LineCursor over(byte[] line, int from, int to) {
    bytes = line;
    at = from;
    end = to;
    return this;
  }

  /// Steps over a text if it stands here.
  ///
  /// @param text ASCII, spaces included
  /// @return whether it stood here
  public boolean accept(byte[] text) {
    int after = at + text.length;
    if (after > end || !Arrays.equals(bytes, at, after, text, 0, text.length)) {
      return false;
    }
    at = after;
    return true;
  }

  /// Reads a decimal number of at most 18 digits, and the space behind it.
  ///
  /// @return the number, or -1 if none stands here
  public long number() {
    long value = 0;
    int from = at;
    for (; at < end && bytes[at] != ' '; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9 || at - from >= 18) {
        return -1;
      }
      value = value * 10 + digit;
    }
    if (at == from) {
      return -1;
    }
    at = Math.min(end, at + 1);
    return value;
  }

  /// Steps over fields and the space behind each.
  ///
  /// @param count how many
  /// @return whether something stands behind them
  public boolean skipFields(int count) {
    for (int i = 0; i < count; i++) {
      while (at < end && bytes[at] != ' ') {
        at++;
      }
      at = Math.min(end, at + 1);
    }
    return at < end;
  }

  /// {@return the bytes that hold the line}
  public byte[] bytes() {
    return bytes;
  }

  /// {@return index of the next byte to read}
  public int position() {
    return at;
  }

  /// {@return how many bytes are left}
  public int remaining() {
    return end - at;
  }

  /// {@return what is left, as text}
  public String rest() {
    return new String(bytes, at, end - at, StandardCharsets.UTF_8);
  }
}
