package dev.parley.gateway.file;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// How a picture is to be turned to be upright, as a camera noted it (Exif 2.32, tag 0x0112).
///
/// @param number 1, upright, to 8
record Orientation(int number) {
  static final Orientation UPRIGHT = new Orientation(1);

  /// Most bytes of a JPEG in which the note is looked for: it is in one of the first segments, of
  /// at most 64 KiB each.
  static final int LENGTH = 128 * 1024;

  private static final int MOST = 8;
  private static final int FIRST_ON_ITS_SIDE = 5;
  private static final int MARKER = 0xff;
  private static final int START_OF_SCAN = 0xda;
  private static final int APP1 = 0xe1;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int TAG = 0x0112;
  private static final int ENTRY = 12;
  private static final short LITTLE = 0x4949;

  /// {@return what is noted; upright if nothing is, or nothing that can be read}
  ///
  /// @param jpeg the first bytes of a JPEG, up to [#LENGTH]
  static Orientation of(byte[] jpeg) {
    try {
      return segments(ByteBuffer.wrap(jpeg));
    } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
      // It ends before it says so, or points to where there is nothing.
      return UPRIGHT;
    }
  }

  /// {@return what is noted; upright if nothing is, or nothing that can be read}
  ///
  /// @param exif a TIFF; some put the name of Exif before it
  static Orientation ofExif(byte[] exif) {
    try {
      boolean named =
          exif.length > EXIF.length && Arrays.equals(EXIF, Arrays.copyOf(exif, EXIF.length));
      int from = named ? EXIF.length : 0;
      return exif(ByteBuffer.wrap(exif).slice(from, exif.length - from));
    } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
      return UPRIGHT;
    }
  }

  private static Orientation segments(ByteBuffer jpeg) {
    int at = 2;
    while ((jpeg.get(at) & 0xff) == MARKER) {
      int marker = jpeg.get(at + 1) & 0xff;
      int length = jpeg.getShort(at + 2) & 0xffff;
      if (marker == START_OF_SCAN || length < 2) {
        return UPRIGHT;
      }
      byte[] head = new byte[Math.min(EXIF.length, length - 2)];
      jpeg.get(at + 4, head);
      if (marker == APP1 && Arrays.equals(head, EXIF)) {
        return exif(jpeg.slice(at + 4 + EXIF.length, length - 2 - EXIF.length));
      }
      at += 2 + length;
    }
    return UPRIGHT;
  }

  /// A TIFF: its byte order, where its first directory is, and that directory.
  private static Orientation exif(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY;
      if ((tiff.getShort(entry) & 0xffff) == TAG) {
        int number = tiff.getShort(entry + 8);
        return number >= 1 && number <= MOST ? new Orientation(number) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /// {@return whether width and height change places}
  boolean isOnItsSide() {
    return number >= FIRST_ON_ITS_SIDE;
  }

  /// {@return what makes a picture upright}
  ///
  /// @param width width as it lies
  /// @param height height as it lies
  AffineTransform upright(int width, int height) {
    return switch (number) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
