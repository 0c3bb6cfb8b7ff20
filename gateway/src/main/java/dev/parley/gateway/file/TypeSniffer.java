package dev.parley.gateway.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tells what kind of file it is by its first bytes; the name has no say.
///
/// Only kinds that a reader may want to be told of are known: the four images that may be shown in
/// a page, and a few that may not. Everything else is text, if it is UTF-8 without control
/// characters and does not look like a document that a browser would run, or just bytes.
public final class TypeSniffer {
  /// Number of bytes that are looked at.
  public static final int LENGTH = 4_096;

  /// What is not known.
  public static final String BYTES = "application/octet-stream";

  private static final Set<String> SAFE_IMAGES =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
  private static final List<String> ACTIVE =
      List.of("<!doctype", "<html", "<script", "<svg", "<?xml", "<body", "<iframe", "<img", "<!--");
  private static final List<Magic> MAGIC =
      List.of(
          new Magic(0, "89504e470d0a1a0a", "image/png"),
          new Magic(0, "ffd8ff", "image/jpeg"),
          new Magic(0, "474946383761", "image/gif"),
          new Magic(0, "474946383961", "image/gif"),
          new Magic(8, "574542505650", "image/webp"),
          new Magic(0, "255044462d", "application/pdf"),
          new Magic(0, "504b0304", "application/zip"),
          new Magic(0, "504b0506", "application/zip"),
          new Magic(0, "1f8b08", "application/gzip"),
          new Magic(0, "377abcaf271c", "application/x-7z-compressed"),
          new Magic(0, "28b52ffd", "application/zstd"),
          new Magic(0, "fd377a585a00", "application/x-xz"),
          new Magic(0, "4f676753", "audio/ogg"),
          new Magic(0, "664c6143", "audio/flac"),
          new Magic(0, "494433", "audio/mpeg"),
          new Magic(8, "57415645", "audio/wav"),
          new Magic(4, "66747970", "video/mp4"),
          new Magic(0, "1a45dfa3", "video/webm"));

  private record Magic(int at, String hex, String type) {
    boolean isIn(byte[] bytes) {
      int length = hex.length() / 2;
      if (bytes.length < at + length) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        if ((bytes[at + i] & 0xff) != Integer.parseInt(hex, 2 * i, 2 * i + 2, 16)) {
          return false;
        }
      }
      return true;
    }
  }

  private TypeSniffer() {}

  /// {@return the media type}
  ///
  /// @param first the first bytes, up to [#LENGTH]
  public static String type(byte[] first) {
    for (Magic magic : MAGIC) {
      if (magic.isIn(first)) {
        return magic.type;
      }
    }
    return first.length > 0 && isPlainText(first) ? "text/plain" : BYTES;
  }

  /// {@return whether a page may show it: an image that has nothing in it to run}
  ///
  /// @param type media type, as found in the bytes
  public static boolean isSafeImage(String type) {
    return SAFE_IMAGES.contains(type);
  }

  private static boolean isPlainText(byte[] first) {
    CharBuffer text = CharBuffer.allocate(first.length);
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    // A character may be cut off at the end of what is looked at.
    if (decoder.decode(ByteBuffer.wrap(first), text, first.length < LENGTH).isError()) {
      return false;
    }
    String read = text.flip().toString();
    return read.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')
        && !isActive(read.toLowerCase(Locale.ROOT));
  }

  private static boolean isActive(String text) {
    return ACTIVE.stream().anyMatch(text::contains);
  }
}
