package dev.parley.gateway.file.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A part of a file (RFC 9110 section 14).
///
/// @param from position of the first byte
/// @param length number of bytes
/// @param isPart whether a part was asked for that there is
/// @param isNone whether a part was asked for that there is not
record ByteRange(long from, long length, boolean isPart, boolean isNone) {
  private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  /// {@return what a header asks for: the whole if it is not there, or is nothing that is served,
  /// such as several parts}
  ///
  /// @param header value of `Range`, or `null`
  /// @param size bytes of the file
  static ByteRange of(@Nullable String header, long size) {
    Matcher range = header == null ? null : ONE.matcher(header.strip());
    if (range == null
        || !range.matches()
        || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
      return new ByteRange(0, size, false, false);
    }
    if (range.group(1).isEmpty()) {
      long last = Math.min(size, Long.parseLong(range.group(2)));
      return part(size - last, size);
    }
    long from = Long.parseLong(range.group(1));
    long to = range.group(2).isEmpty() ? size : Long.parseLong(range.group(2)) + 1;
    return part(from, Math.min(to, size));
  }

  private static ByteRange part(long from, long to) {
    return from >= to
        ? new ByteRange(0, 0, false, true)
        : new ByteRange(from, to - from, true, false);
  }

  /// {@return value of `Content-Range`}
  ///
  /// @param size bytes of the file
  String header(long size) {
    return "bytes %d-%d/%d".formatted(from, from + length - 1, size);
  }
}
