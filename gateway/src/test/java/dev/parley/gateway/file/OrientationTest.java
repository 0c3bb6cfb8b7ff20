package dev.parley.gateway.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrientationTest {
  private static final byte[] EMPTY = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xda, 0, 2};

  @Test
  void readsWhatACameraNoted() {
    for (int number = 1; number <= 8; number++) {
      assertThat(Orientation.of(noted(EMPTY, ByteOrder.LITTLE_ENDIAN, number)).number())
          .isEqualTo(number);
      assertThat(Orientation.of(noted(EMPTY, ByteOrder.BIG_ENDIAN, number)).number())
          .isEqualTo(number);
    }
  }

  @Test
  void takesForUprightWhatSaysNothing() {
    assertThat(Orientation.of(EMPTY)).isEqualTo(Orientation.UPRIGHT);
    assertThat(Orientation.of(new byte[0])).isEqualTo(Orientation.UPRIGHT);
    assertThat(Orientation.of(noted(EMPTY, ByteOrder.BIG_ENDIAN, 0)))
        .isEqualTo(Orientation.UPRIGHT);
    assertThat(Orientation.of(noted(EMPTY, ByteOrder.BIG_ENDIAN, 9)))
        .isEqualTo(Orientation.UPRIGHT);
  }

  /// Whatever is in it, nothing is thrown and nothing goes on for ever.
  @Test
  void survivesWhateverIsInIt() {
    // Given
    Random random = new Random(20_261_129);
    byte[] good = noted(EMPTY, ByteOrder.LITTLE_ENDIAN, 6);

    for (int round = 0; round < 20_000; round++) {
      byte[] bad = Arrays.copyOf(good, random.nextInt(good.length + 1));
      for (int i = 0; i < 3 && bad.length > 0; i++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }

      // Then
      assertThat(Orientation.of(bad).number()).isBetween(1, 8);
    }
  }

  /// {@return a JPEG with an Exif note behind its first marker}
  static byte[] noted(byte[] jpeg, ByteOrder order, int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(26).order(order);
    tiff.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4d4d))
        .putShort((short) 42)
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation);
    byte[] head = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    int length = 2 + head.length + tiff.capacity();
    return ByteBuffer.allocate(jpeg.length + 2 + length)
        .put(jpeg, 0, 2)
        .put((byte) 0xff)
        .put((byte) 0xe1)
        .putShort((short) length)
        .put(head)
        .put(tiff.array())
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }
}
