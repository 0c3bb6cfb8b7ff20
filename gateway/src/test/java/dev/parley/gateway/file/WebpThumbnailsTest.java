package dev.parley.gateway.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Of WebP, one picture with loss is read, wherever it is, and nothing else.
class WebpThumbnailsTest extends OnThumbnails {
  /// 40 × 20, red on the left and blue on the right, without loss.
  private static final String LOSSLESS_WEBP =
      "UklGRigAAABXRUJQVlA4TBwAAAAvJ8AEAA8Q87//8x8OCLJtanB/2gkcIKL/UeMd";

  /// The same with loss.
  private static final String LOSSY_WEBP =
      "UklGRmYAAABXRUJQVlA4IFoAAABQBACdASooABQAPxFysVAsJqSisAgBgCIJQBm99i8goAFX/7gABgIJxpgAAP7m"
          + "zt9abNtv/5Z/XdeV1OeTZ4XZlksWoyHi3UWk6+6B64L/ZorSu+w2HEAAAAA=";

  private static final byte[] LOSSY = Base64.getDecoder().decode(LOSSY_WEBP);

  /// The size that is looked at is the one that is decoded.
  @Test
  void looksAtTheSizeOfALossyWebpBeforeItDecodes() throws IOException {
    // Given
    byte[] webp = Base64.getDecoder().decode(LOSSY_WEBP);

    // When
    BufferedImage small = read(thumbnails.of(file(webp)));
    BufferedImage less = read(thumbnails.of(file(sized(webp, 20, 10))));

    // Then
    assertThat(small.getWidth()).isEqualTo(40);
    assertThat(new Color(small.getRGB(5, 10)).getRed()).isGreaterThan(200);
    assertThat(new Color(small.getRGB(35, 10)).getBlue()).isGreaterThan(200);
    assertThat(less.getWidth()).isEqualTo(20);
    assertThat(less.getHeight()).isEqualTo(10);
    assertThat(thumbnails.of(file(sized(webp, 3_000, 2_000)))).isEmpty();
    assertThat(thumbnails.of(file(Arrays.copyOf(webp, 30)))).isEmpty();
  }

  /// Cameras and editors add a colour profile, and what they know of the picture.
  @Test
  void readsThePictureOfAnExtendedWebp() throws IOException {
    // Given
    byte[] profile = chunk("ICCP", new byte[1_001]);
    byte[] webp = extended(0x20, 40, 20, with(LOSSY, profile, chunk("XMP ", new byte[7])));

    // When
    BufferedImage small = read(thumbnails.of(file(webp)));

    // Then
    assertThat(small.getWidth()).isEqualTo(40);
    assertThat(new Color(small.getRGB(5, 10)).getRed()).isGreaterThan(200);
    assertThat(new Color(small.getRGB(35, 10)).getBlue()).isGreaterThan(200);
  }

  /// 6: the right edge of what the camera saw is below.
  @ParameterizedTest
  @ValueSource(strings = {"", "Exif\0\0"})
  void turnsAnExtendedWebpUpright(String before) throws IOException {
    // Given
    byte[] noted = OrientationTest.noted(new byte[2], ByteOrder.LITTLE_ENDIAN, 6);
    byte[] tiff = Arrays.copyOfRange(noted, 12, noted.length);
    byte[] name = before.getBytes(StandardCharsets.US_ASCII);
    byte[] exif = ByteBuffer.allocate(name.length + tiff.length).put(name).put(tiff).array();

    // When
    byte[] webp = extended(0x08, 40, 20, with(LOSSY, new byte[0], chunk("EXIF", exif)));
    BufferedImage small = read(thumbnails.of(file(webp)));

    // Then
    assertThat(small.getWidth()).isEqualTo(20);
    assertThat(small.getHeight()).isEqualTo(40);
    assertThat(new Color(small.getRGB(10, 5)).getRed()).isGreaterThan(200);
    assertThat(new Color(small.getRGB(10, 35)).getBlue()).isGreaterThan(200);
  }

  /// D14: the canvas of one pixel is what the reader would look at, the picture of 268 million what
  /// it would decode; here the picture is what counts.
  @Test
  void looksAtTheSizeOfThePictureAndNotOfTheCanvas() throws IOException {
    assertThat(thumbnails.of(file(extended(0, 1, 1, sized(LOSSY, 16_383, 16_383))))).isEmpty();
    assertThat(read(thumbnails.of(file(extended(0, 1, 1, LOSSY)))).getWidth()).isEqualTo(40);
    assertThat(read(thumbnails.of(file(extended(0, 256, 256, LOSSY)))).getWidth()).isEqualTo(40);
  }

  /// A second picture, of which nothing was said, is not read.
  @Test
  void readsTheFirstPictureOnly() throws IOException {
    // Given
    byte[] large = sized(LOSSY, 16_383, 16_383);
    byte[] chunk = Arrays.copyOfRange(large, 12, large.length);

    // When / Then
    assertThat(read(thumbnails.of(file(extended(0, 40, 20, with(LOSSY, new byte[0], chunk))))))
        .extracting(BufferedImage::getWidth)
        .isEqualTo(40);
    assertThat(thumbnails.of(file(extended(0, 40, 20, with(LOSSY, chunk, new byte[0]))))).isEmpty();
  }

  /// D14: animated, transparent or without loss, whether the head says so or not: of these nothing
  /// but heads is read. A picture without loss can name any number of transformations.
  @ParameterizedTest
  @CsvSource({"2, 'XMP '", "16, 'XMP '", "0, ANIM", "0, ANMF", "0, ALPH", "0, VP8L"})
  void readsNothingButTheHeadsOfWhatMayCostMoreThanItSays(int flags, String chunk)
      throws IOException {
    // Given
    byte[] webp = extended(flags, 40, 20, with(LOSSY, new byte[0], chunk(chunk, new byte[999])));
    List<Long> lengths = new ArrayList<>();

    // When
    Optional<byte[]> small = new Thumbnails(noting(lengths)).of(file(webp));

    // Then
    assertThat(small).isEmpty();
    assertThat(lengths).isNotEmpty().allMatch(length -> length <= 21);
  }

  @Test
  void readsNothingButTheHeadOfALosslessWebp() throws IOException {
    // Given
    List<Long> lengths = new ArrayList<>();

    // When / Then
    assertThat(new Thumbnails(noting(lengths)).of(file(Base64.getDecoder().decode(LOSSLESS_WEBP))))
        .isEmpty();
    assertThat(lengths).containsExactly(21L);
  }

  /// Whatever lengths and flags say, the answer is a picture or none, and comes.
  @Test
  void survivesWhateverTheHeadsSay() throws IOException {
    // Given
    Random random = new Random(20_261_129);
    byte[] good =
        extended(
            0x08, 40, 20, with(LOSSY, chunk("ICCP", new byte[9]), chunk("EXIF", new byte[30])));
    StoredFile any = file(good);

    for (int round = 0; round < 2_000; round++) {
      byte[] bad = Arrays.copyOf(good, random.nextInt(good.length + 1));
      for (int i = 0; i < 3 && bad.length > 0; i++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }

      // Then
      Webp.find(holding(bad), sized(any, bad.length))
          .ifPresent(picture ->
              assertThat(picture.at() + picture.length()).isLessThanOrEqualTo(bad.length));
    }
  }

  /// {@return a store that notes how many bytes are read of a file}
  private FileStore noting(List<Long> lengths) {
    return (FileStore)
        Proxy.newProxyInstance(
            FileStore.class.getClassLoader(),
            new Class<?>[] {FileStore.class},
            (_, method, arguments) -> {
              if (method.getName().equals("read")) {
                lengths.add((Long) arguments[2]);
              }
              return method.invoke(store, arguments);
            });
  }

  private static FileStore holding(byte[] bytes) {
    return (FileStore)
        Proxy.newProxyInstance(
            FileStore.class.getClassLoader(),
            new Class<?>[] {FileStore.class},
            (_, _, arguments) ->
                new ByteArrayInputStream(
                    bytes, ((Long) arguments[1]).intValue(), ((Long) arguments[2]).intValue()));
  }

  private static StoredFile sized(StoredFile file, long size) {
    return new StoredFile(
        file.id(), "alice", "a", size, null, 1, 2, size, file.content(), null, null);
  }

  /// The head of VP8 says another size: 14 bits of width, 14 bits of height.
  private static byte[] sized(byte[] lossy, int width, int height) {
    byte[] other = lossy.clone();
    ByteBuffer.wrap(other)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(26, (short) width)
        .putShort(28, (short) height);
    return other;
  }

  /// Puts a picture on a canvas of at most 256 × 256.
  private static byte[] extended(int flags, int width, int height, byte[] webp) {
    int head = 12;
    int canvas = 18;
    return ByteBuffer.allocate(webp.length + canvas)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(webp, 0, head)
        .putInt(4, webp.length + canvas - 8)
        .put("VP8X".getBytes(StandardCharsets.US_ASCII))
        .putInt(10)
        .putInt(flags)
        .put((byte) (width - 1))
        .putShort((short) 0)
        .put((byte) (height - 1))
        .putShort((short) 0)
        .put(webp, head, webp.length - head)
        .array();
  }

  /// Puts chunks before and behind the picture.
  private static byte[] with(byte[] webp, byte[] before, byte[] behind) {
    int head = 12;
    return ByteBuffer.allocate(webp.length + before.length + behind.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(webp, 0, head)
        .put(before)
        .put(webp, head, webp.length - head)
        .put(behind)
        .putInt(4, webp.length + before.length + behind.length - 8)
        .array();
  }

  private static byte[] chunk(String name, byte[] content) {
    return ByteBuffer.allocate(8 + content.length + (content.length & 1))
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(name.getBytes(StandardCharsets.US_ASCII))
        .putInt(content.length)
        .put(content)
        .array();
  }
}
