package dev.parley.contracts.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceHeadersTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";
  private static final TraceContext CONTEXT = new TraceContext(TRACE, SPAN);

  private final RecordHeaders headers = new RecordHeaders();

  @Test
  void readsTheContextOfARequestAsItWasWritten() {
    // When
    TraceHeaders.write(headers, CONTEXT);

    // Then
    assertThat(TraceHeaders.request(headers)).isEqualTo(CONTEXT);
    assertThat(headers.lastHeader("traceparent").value())
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo("00-" + TRACE + "-" + SPAN + "-01");
  }

  @Test
  void readsTheEntriesThatAreFollowedAsTheyWereWritten() {
    // Given
    List<TracedEntry> entries =
        List.of(
            new TracedEntry(CONTEXT, "#team", 7), new TracedEntry(CONTEXT, "@alice+bob", 123_456));

    // When
    TraceHeaders.write(headers, entries);

    // Then
    assertThat(TraceHeaders.entries(headers)).isEqualTo(entries);
  }

  @Test
  void findsNothingInARecordThatNobodyFollows() {
    // Then
    assertThat(TraceHeaders.request(headers)).isNull();
    assertThat(TraceHeaders.entries(headers)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-" + TRACE + "-" + SPAN + "-00",
        "00-" + TRACE + "-" + SPAN,
        "00-" + TRACE + "-" + SPAN + "-0x",
        "00-short-" + SPAN + "-01",
        "00-" + TRACE + "-" + SPAN + "-01extra"
      })
  void passesOverWhatIsNoContextOrIsNotSampled(String value) {
    // Given
    headers.add("traceparent", value.getBytes(StandardCharsets.US_ASCII));
    headers.add("parley-trace", (value + " 7 #team").getBytes(StandardCharsets.US_ASCII));

    // Then
    assertThat(TraceHeaders.request(headers)).isNull();
    assertThat(TraceHeaders.entries(headers)).isEmpty();
  }

  @Test
  void takesWhatALaterVersionAppends() {
    // Then
    assertThat(TraceContext.parse("cc-" + TRACE + "-" + SPAN + "-09-more")).isEqualTo(CONTEXT);
  }

  @Test
  void tellsTheTimeInMicroseconds() {
    // Given
    InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(12, 345_678_901));

    // Then
    assertThat(Micros.of(clock)).isEqualTo(12_345_678);
  }
}
