package dev.parley.gateway.file.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is handed out, and how: so that no browser runs it.
class DownloadRoutesTest extends FilesOverHttp {
  @Test
  void takesAFileInChunksAndHandsItOutAgain() {
    // Given
    byte[] bytes = random(300_000);
    String path = begin("alice", bytes.length, metadata(bytes));

    // When
    HttpResponse<String> first = patch("alice", path, 0, Arrays.copyOf(bytes, 200_000));
    HttpResponse<String> second =
        patch("alice", path, 200_000, Arrays.copyOfRange(bytes, 200_000, bytes.length));
    attach(path);
    HttpResponse<byte[]> got = get("bob", path, null);

    // Then
    assertThat(header(first, "Upload-Offset")).isEqualTo("200000");
    assertThat(first.statusCode()).isEqualTo(204);
    assertThat(header(second, "Repr-Digest")).startsWith("sha-256=:");
    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(got.body()).isEqualTo(bytes);
    assertThat(header(got, "Content-Disposition"))
        .isEqualTo("attachment; filename=\"evil.txt\"; filename*=UTF-8''evil.txt");
    assertThat(header(got, "Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
    assertThat(header(got, "Content-Type")).isEqualTo("application/octet-stream");
  }

  @Test
  void handsOutAPart() {
    // Given
    byte[] bytes = random(1_000);
    String path = attached(bytes);

    // When
    HttpResponse<byte[]> part = get("bob", path, "bytes=100-199");
    HttpResponse<byte[]> none = get("bob", path, "bytes=1000-");

    // Then
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(header(part, "Content-Range")).isEqualTo("bytes 100-199/1000");
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, 100, 200));
    assertThat(none.statusCode()).isEqualTo(416);
    assertThat(header(none, "Content-Range")).isEqualTo("bytes */1000");
  }

  /// D14: an archive is bytes like others.
  @Test
  void keepsAZipOfDeathAsBytes() throws IOException {
    // Given
    byte[] bomb = packed();

    // When
    HttpResponse<byte[]> got = get("bob", attached(bomb), null);

    // Then
    assertThat(got.body()).isEqualTo(bomb);
    assertThat(header(got, "Content-Disposition")).startsWith("attachment;");
  }

  /// D12: polyglots. What begins as an image is served as that and nothing else; the rest as bytes.
  @ParameterizedTest
  @CsvSource({
    "'GIF89a/*<script>alert(1)</script>*/=1', image/gif, inline",
    "'<svg onload=''alert(1)''/>', application/octet-stream, attachment",
    "'<html><script>alert(1)</script>', application/octet-stream, attachment",
    "'<?xml version=''1.0''?><svg onload=''alert(1)''/>', application/octet-stream, attachment",
    "'%PDF-1.7 <script>alert(1)</script>', application/octet-stream, attachment",
    "'PK\u0003\u0004<html><script>alert(1)</script>', application/octet-stream, attachment",
    "'just text', application/octet-stream, attachment"
  })
  void handsOutNothingThatABrowserRuns(String text, String type, String disposition) {
    // When
    HttpResponse<byte[]> got = get("bob", attached(text.getBytes(StandardCharsets.UTF_8)), null);

    // Then
    assertThat(header(got, "Content-Type")).isEqualTo(type);
    assertThat(header(got, "Content-Disposition")).startsWith(disposition + ";");
    assertThat(header(got, "Content-Security-Policy")).contains("sandbox");
  }

  @Test
  void handsOutASmallPictureToWhoMayHaveTheFile() throws IOException {
    // Given
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", png);
    String image = attached(png.toByteArray());
    String text = attached("text".getBytes(StandardCharsets.UTF_8));
    services.answerFetch(fetch -> fetch.account().equals("bob") ? null : ErrorCode.NOT_MEMBER);

    // When
    HttpResponse<byte[]> small = get("bob", image + "/thumbnail", null);

    // Then
    assertThat(small.statusCode()).isEqualTo(200);
    assertThat(header(small, "Content-Type")).isEqualTo("image/jpeg");
    assertThat(get("eve", image + "/thumbnail", null).statusCode()).isEqualTo(404);
    assertThat(get("bob", text + "/thumbnail", null).statusCode()).isEqualTo(404);
  }
}
