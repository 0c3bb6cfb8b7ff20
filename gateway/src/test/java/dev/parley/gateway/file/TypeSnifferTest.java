package dev.parley.gateway.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeSnifferTest {
  @ParameterizedTest
  @CsvSource({
    "89504e470d0a1a0a0000, image/png",
    "ffd8ffe000104a464946, image/jpeg",
    "474946383961, image/gif",
    "52494646aabbccdd5745425056503820, image/webp",
    "255044462d312e37, application/pdf",
    "504b030414, application/zip",
    "00010203, application/octet-stream",
    "'', application/octet-stream",
    "fffe41, application/octet-stream"
  })
  void goesByTheFirstBytes(String hex, String type) {
    assertThat(TypeSniffer.type(HexFormat.of().parseHex(hex))).isEqualTo(type);
  }

  @Test
  void knowsPlainTextEvenIfACharacterIsCutOff() {
    // Given
    byte[] all = "x".concat("é".repeat(4_000)).getBytes(StandardCharsets.UTF_8);

    // Then
    assertThat(TypeSniffer.type(java.util.Arrays.copyOf(all, TypeSniffer.LENGTH)))
        .isEqualTo("text/plain");
    assertThat(TypeSniffer.type("a,b\r\n1,2\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("text/plain");
  }

  /// D12: what a browser would run is called neither an image nor a text.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><script>alert(1)</script>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "<?xml version='1.0'?><x/>",
        "harmless at first <ScRiPt>alert(1)</sCrIpT>",
        "\u001b]0;title\u0007"
      })
  void takesWhatCouldBeRunForBytes(String text) {
    String type = TypeSniffer.type(text.getBytes(StandardCharsets.UTF_8));

    assertThat(type).isEqualTo("application/octet-stream");
    assertThat(TypeSniffer.isSafeImage(type)).isFalse();
  }

  @Test
  void countsFourKindsOfImagesAsSafe() {
    assertThat(TypeSniffer.isSafeImage("image/webp")).isTrue();
    assertThat(TypeSniffer.isSafeImage("image/svg+xml")).isFalse();
    assertThat(TypeSniffer.isSafeImage("text/plain")).isFalse();
  }
}
