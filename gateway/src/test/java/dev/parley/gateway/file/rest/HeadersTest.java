package dev.parley.gateway.file.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.gateway.file.WrongHashException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
  @Test
  void readsMetadata() {
    assertThat(TusHeaders.metadata("filename Y2F0LnBuZw==,draft, x Zm9v"))
        .isEqualTo(Map.of("filename", "cat.png", "draft", "", "x", "foo"));
    assertThat(TusHeaders.metadata(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"filename ***", "a b c"})
  void refusesMetadataThatIsNone(String header) {
    assertThatThrownBy(() -> TusHeaders.metadata(header)).isInstanceOf(HttpProblem.class);
  }

  @Test
  void bindsMetadata() {
    assertThatThrownBy(() -> TusHeaders.metadata("a " + "YWFh".repeat(1_100)))
        .isInstanceOf(HttpProblem.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"abc", "zz000000000000000000000000000000000000000000000000000000000000zz"})
  void refusesAPromiseThatIsNoHash(String hash) {
    assertThatThrownBy(() -> TusHeaders.promised(Map.of("sha256", hash)))
        .isInstanceOf(HttpProblem.class);
    assertThat(TusHeaders.promised(Map.of())).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "sha256 LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=",
    "sha1 qvTGHdzF6KLavt4PO0gs2a6pQ00="
  })
  void knowsTheHashOfAChunk(String header) {
    // Given
    TusHeaders.Checksum good = Objects.requireNonNull(TusHeaders.checksum(header));
    TusHeaders.Checksum bad = Objects.requireNonNull(TusHeaders.checksum(header));

    // When
    good.digest().update("hello".getBytes(StandardCharsets.UTF_8));
    bad.digest().update("hellO".getBytes(StandardCharsets.UTF_8));

    // Then
    good.check();
    assertThatThrownBy(bad::check).isInstanceOf(WrongHashException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"md5 x", "sha256", "sha256 ***"})
  void refusesAChecksumThatIsNone(String header) {
    assertThatThrownBy(() -> TusHeaders.checksum(header)).isInstanceOf(HttpProblem.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "0.2.2"})
  void wantsTheVersion(@Nullable String version) {
    assertThatThrownBy(() -> TusHeaders.requireVersion(version)).isInstanceOf(HttpProblem.class);
  }

  @Test
  void writesTimesAsHttpDoes() {
    assertThat(TusHeaders.time(784_111_777_000L)).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0, 10, false, false",
    "bytes=0-3, 0, 4, true, false",
    "bytes=4-, 4, 6, true, false",
    "bytes=-3, 7, 3, true, false",
    "bytes=-99, 0, 10, true, false",
    "bytes=8-99, 8, 2, true, false",
    "bytes=10-, 0, 0, false, true",
    "bytes=5-4, 0, 0, false, true",
    "bytes=-0, 0, 0, false, true",
    "'bytes=0-1,3-4', 0, 10, false, false",
    "bytes=-, 0, 10, false, false",
    "bytes=99999999999999999999-, 0, 10, false, false",
    "lines=1-2, 0, 10, false, false"
  })
  void findsThePartAskedFor(String header, long from, long length, boolean part, boolean none) {
    assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange(from, length, part, none));
  }

  @Test
  void namesAFileWithoutHarm() {
    assertThat(Disposition.of(false, "a\"b;\\%ü😀.txt"))
        .isEqualTo(
            "attachment; filename=\"a_b_____.txt\";"
                + " filename*=UTF-8''a%22b%3B%5C%25%C3%BC%F0%9F%98%80.txt");
    assertThat(Disposition.of(true, "cat.png"))
        .isEqualTo("inline; filename=\"cat.png\"; filename*=UTF-8''cat.png");
  }
}
