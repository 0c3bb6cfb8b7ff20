package dev.parley.gateway.request.line;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Cuts a stream of bytes into lines. Holds at most one unfinished line of bounded length.
///
/// A line ends with LF or CRLF. One that is too long is dropped up to its end and told once; one
/// that is not UTF-8 is told and dropped. Confined to one thread.
public final class LineFramer {
  /// Takes what was read.
  public interface Sink {
    /// Takes a line.
    ///
    /// @param line the line without its end
    void onLine(String line);

    /// A line was longer than allowed.
    ///
    /// @param beginning its first bytes, a few dozen at most, each as one character
    void onTooLong(String beginning);

    /// A line was not UTF-8.
    ///
    /// @param beginning as with [#onTooLong]
    void onMalformed(String beginning);
  }

  /// Enough to see what a client takes this for.
  private static final int BEGINNING = 32;

  private final int maxLine;
  private final Sink sink;
  private @Nullable ByteArrayOutputStream unfinished;
  private boolean dropping;

  /// Starts at the beginning of a line.
  ///
  /// @param maxLine longest line, in bytes
  /// @param sink takes what was read
  public LineFramer(int maxLine, Sink sink) {
    this.maxLine = maxLine;
    this.sink = sink;
  }

  /// Takes the next bytes.
  ///
  /// @param bytes as they were read
  public void onBytes(byte[] bytes) {
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        endLine(bytes, from, i - from);
        from = i + 1;
      }
    }
    keep(bytes, from, bytes.length - from);
  }

  /// Takes what is left as a line, since nothing follows.
  public void onEnd() {
    if (unfinished != null) {
      endLine(new byte[0], 0, 0);
    }
  }

  private void keep(byte[] bytes, int from, int length) {
    if (length == 0 || dropping) {
      return;
    }
    ByteArrayOutputStream kept = unfinished == null ? new ByteArrayOutputStream(64) : unfinished;
    if (kept.size() + length > maxLine) {
      unfinished = null;
      dropping = true;
      kept.write(bytes, from, Math.min(length, BEGINNING));
      sink.onTooLong(beginning(kept.toByteArray(), 0, kept.size()));
      return;
    }
    kept.write(bytes, from, length);
    unfinished = kept;
  }

  private void endLine(byte[] bytes, int from, int length) {
    if (dropping) {
      dropping = false;
      return;
    }
    ByteArrayOutputStream kept = unfinished;
    if (kept == null) {
      emit(bytes, from, length);
      return;
    }
    unfinished = null;
    kept.write(bytes, from, length);
    byte[] line = kept.toByteArray();
    emit(line, 0, line.length);
  }

  private void emit(byte[] bytes, int from, int length) {
    int end = length > 0 && bytes[from + length - 1] == '\r' ? length - 1 : length;
    if (end > maxLine) {
      sink.onTooLong(beginning(bytes, from, end));
      return;
    }
    try {
      sink.onLine(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, end)).toString());
    } catch (CharacterCodingException e) {
      sink.onMalformed(beginning(bytes, from, end));
    }
  }

  private static String beginning(byte[] bytes, int from, int length) {
    return new String(bytes, from, Math.min(length, BEGINNING), StandardCharsets.ISO_8859_1);
  }
}
