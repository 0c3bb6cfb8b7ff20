package dev.parley.gateway.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThumbnailsTest extends OnThumbnails {
  @Test
  void makesASmallPictureOfALargeOne() throws IOException {
    // When
    BufferedImage small = read(thumbnails.of(file(png(3_000, 1_000))));

    // Then
    assertThat(small.getWidth()).isEqualTo(640);
    assertThat(small.getHeight()).isEqualTo(213);
  }

  @Test
  void leavesASmallPictureAsLargeAsItIs() throws IOException {
    assertThat(read(thumbnails.of(file(png(20, 10)))).getWidth()).isEqualTo(20);
  }

  /// What an image says beside its picture, such as where it was taken, is not passed on.
  @Test
  void removesWhatTheOriginalSaysBesideItsPicture() throws IOException {
    // Given
    byte[] png = png(20, 10);
    byte[] told = with(png, "tEXt", "Comment\0taken at home".getBytes(StandardCharsets.US_ASCII));

    // When
    byte[] small = thumbnails.of(file(told)).orElseThrow();

    // Then
    assertThat(new String(told, StandardCharsets.ISO_8859_1)).contains("taken at home");
    assertThat(new String(small, StandardCharsets.ISO_8859_1)).doesNotContain("taken at home");
  }

  /// D14: 50,000 × 50,000 pixels would be 10 GB; nothing is decoded.
  @Test
  void looksAtTheSizeBeforeItDecodes() throws IOException {
    // Given
    byte[] bomb = png(1, 1);
    ByteBuffer head = ByteBuffer.wrap(bomb);
    head.putInt(16, 50_000).putInt(20, 50_000);
    CRC32 sum = new CRC32();
    sum.update(bomb, 12, 17);
    head.putInt(29, (int) sum.getValue());

    // Then
    assertThat(thumbnails.of(file(bomb))).isEmpty();
  }

  /// What a camera noted is heeded before it is left out: the red corner comes to where it belongs.
  @ParameterizedTest
  @CsvSource({
    "1, 800, 400, 20, 20",
    "2, 800, 400, 620, 20",
    "3, 800, 400, 620, 300",
    "4, 800, 400, 20, 300",
    "5, 800, 400, 20, 20",
    "6, 800, 400, 180, 20",
    "7, 800, 400, 180, 380",
    "8, 800, 400, 20, 380"
  })
  void turnsAPictureUpright(int orientation, int width, int height, int x, int y)
      throws IOException {
    // When
    byte[] small = thumbnails.of(file(jpeg(width, height, orientation))).orElseThrow();
    BufferedImage read = read(Optional.of(small));

    // Then
    assertThat(read.getWidth()).isEqualTo(orientation < 5 ? 640 : 200);
    assertThat(read.getHeight()).isEqualTo(orientation < 5 ? 320 : 400);
    assertThat(new Color(read.getRGB(x, y)).getRed()).isGreaterThan(200);
    assertThat(new String(small, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
  }

  /// A corner of a quarter of width and height is red, the rest is black.
  private static byte[] jpeg(int width, int height, int orientation) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 4, height / 4);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    return OrientationTest.noted(bytes.toByteArray(), ByteOrder.BIG_ENDIAN, orientation);
  }

  @Test
  void makesNothingOfWhatIsNoImage() throws IOException {
    assertThat(thumbnails.of(file("hello".getBytes(StandardCharsets.UTF_8)))).isEmpty();
    assertThat(thumbnails.of(file("GIF89a<script>".getBytes(StandardCharsets.UTF_8)))).isEmpty();
    byte[] half = png(300, 300);
    assertThat(thumbnails.of(file(Arrays.copyOf(half, 40)))).isEmpty();
  }

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", bytes);
    return bytes.toByteArray();
  }

  /// Puts a chunk behind the head of a PNG.
  private static byte[] with(byte[] png, String type, byte[] content) {
    int head = 33;
    CRC32 sum = new CRC32();
    sum.update(type.getBytes(StandardCharsets.US_ASCII));
    sum.update(content);
    return ByteBuffer.allocate(png.length + 12 + content.length)
        .put(png, 0, head)
        .putInt(content.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(content)
        .putInt((int) sum.getValue())
        .put(png, head, png.length - head)
        .array();
  }
}
