package dev.parley.gateway.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the one picture of a WebP is, if it is with loss and hides nothing: found without a
/// decoder.
///
/// The extended format (`VP8X`) names a canvas, and any number of chunks behind it. A picture with
/// loss among them is as good as one in the simple format, if it is read by itself: its own head
/// says how large it is. What is animated, transparent or without loss (`VP8L`) is left alone: its
/// cost is not known before. Source: RFC 9649.
///
/// @param at position of the picture's chunk
/// @param length bytes of the chunk, with its head
/// @param exif what a camera noted, or `null`
@SuppressWarnings("ArrayRecordComponent") // Nobody compares these.
record Webp(long at, int length, byte @Nullable [] exif) {
  private static final int RIFF_HEAD = 12;
  private static final int CHUNK_HEAD = 8;
  private static final int FLAGS = RIFF_HEAD + CHUNK_HEAD;
  private static final int ALPHA = 0x10;
  private static final int ANIMATION = 0x02;

  /// Nobody has more: colour profile, Exif, XMP, and the picture.
  private static final int MOST_CHUNKS = 16;

  /// A directory of a few entries, and seldom a picture in it, which is not read.
  private static final int MOST_EXIF = 64 * 1024;

  /// {@return the picture; empty if there is none that can be read at a cost that is known}
  ///
  /// @param store where files lie
  /// @param file begins as a WebP
  /// @throws IOException if the file cannot be read
  static Optional<Webp> find(FileStore store, StoredFile file) throws IOException {
    ByteBuffer head = read(store, file, 0, FLAGS + 1);
    if (head.remaining() <= FLAGS) {
      return Optional.empty();
    }
    return switch (name(head, RIFF_HEAD)) {
      case "VP8 " -> picture(file, RIFF_HEAD, head.getInt(RIFF_HEAD + 4));
      case "VP8X" ->
          (head.get(FLAGS) & (ALPHA | ANIMATION)) == 0
              ? extended(store, file, RIFF_HEAD + CHUNK_HEAD + padded(head.getInt(RIFF_HEAD + 4)))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Webp> extended(FileStore store, StoredFile file, long first)
      throws IOException {
    Optional<Webp> found = Optional.empty();
    byte[] exif = null;
    long at = first;
    for (int i = 0; i < MOST_CHUNKS; i++) {
      ByteBuffer head = read(store, file, at, CHUNK_HEAD);
      if (head.remaining() < CHUNK_HEAD) {
        break;
      }
      int length = head.getInt(4);
      switch (name(head, 0)) {
        case "VP8 " -> found = found.isPresent() ? found : picture(file, at, length);
        case "EXIF" -> exif = bytes(store, file, at + CHUNK_HEAD, length);
        // It says that there is none of these, and there is.
        case "VP8L", "ALPH", "ANIM", "ANMF" -> {
          return Optional.empty();
        }
        default -> {}
      }
      at += CHUNK_HEAD + padded(length);
    }
    byte[] noted = exif;
    return found.map(picture -> new Webp(picture.at, picture.length, noted));
  }

  private static Optional<Webp> picture(StoredFile file, long at, int length) {
    boolean fits = length > 0 && at + CHUNK_HEAD + length <= file.size();
    return fits ? Optional.of(new Webp(at, CHUNK_HEAD + length, null)) : Optional.empty();
  }

  /// {@return the picture as a WebP of the simple format}
  ///
  /// @param store where files lie
  /// @param file the file
  InputStream simple(FileStore store, StoredFile file) {
    byte[] head =
        ByteBuffer.allocate(RIFF_HEAD)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put("RIFF".getBytes(StandardCharsets.US_ASCII))
            .putInt(4 + length)
            .put("WEBP".getBytes(StandardCharsets.US_ASCII))
            .array();
    return new SequenceInputStream(new ByteArrayInputStream(head), store.read(file, at, length));
  }

  /// {@return how it is to be turned}
  Orientation orientation() {
    return exif == null ? Orientation.UPRIGHT : Orientation.ofExif(exif);
  }

  /// Lengths have 32 bits without a sign; nothing has an odd place.
  private static long padded(int length) {
    long unsigned = Integer.toUnsignedLong(length);
    return unsigned + (unsigned & 1);
  }

  private static String name(ByteBuffer bytes, int at) {
    byte[] name = new byte[4];
    bytes.get(at, name);
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  private static byte @Nullable [] bytes(FileStore store, StoredFile file, long at, int length)
      throws IOException {
    if (length <= 0 || length > MOST_EXIF) {
      return null;
    }
    return read(store, file, at, length).array();
  }

  private static ByteBuffer read(FileStore store, StoredFile file, long at, int length)
      throws IOException {
    long left = Math.max(0, Math.min(length, file.size() - at));
    if (left == 0) {
      return ByteBuffer.allocate(0);
    }
    try (InputStream bytes = store.read(file, at, left)) {
      return ByteBuffer.wrap(bytes.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
