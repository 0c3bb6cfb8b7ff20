package dev.parley.deploy.bench.spine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventTimeTest {

  private final EventTime time = new EventTime();

  @ParameterizedTest
  @CsvSource({
    "1767323045678, 2026-01-02T03:04:05.678Z",
    "1767323045000, 2026-01-02T03:04:05.000Z",
    "0,             1970-01-01T00:00:00.000Z"
  })
  void writesMilliseconds(long millis, String text) {
    // When
    byte[] first = time.text(millis);
    byte[] again = time.text(millis);

    // Then
    assertThat(new String(first, StandardCharsets.US_ASCII)).isEqualTo(text);
    assertThat(again).isSameAs(first);
  }
}
