package dev.parley.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.trace.RecordingSpans;
import dev.parley.contracts.trace.TracedEntry;
import dev.parley.gateway.exchange.Publishing;
import dev.parley.gateway.hop.Passage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MessageTracesTest {
  private final RecordingSpans spans = new RecordingSpans();
  private long millis = 5;
  private final InstantSource clock = () -> Instant.ofEpochMilli(millis);

  @Test
  void followsTheShareOfMessagesThatItIsTold() {
    // Given
    MessageTraces quarter = new MessageTraces(spans, 0.25, () -> 0.2, clock);
    MessageTraces tenth = new MessageTraces(spans, 0.1, () -> 0.2, clock);

    // Then
    assertThat(quarter.posted("tcp", "#team")).isNotNull();
    assertThat(tenth.posted("tcp", "#team")).isNull();
  }

  @Test
  void takesNoChanceWhileItIsOff() {
    // Given
    MessageTraces off =
        new MessageTraces(
            spans,
            0,
            () -> {
              throw new AssertionError("asked for a number");
            },
            clock);

    // Then
    assertThat(off.posted("tcp", "#team")).isNull();
  }

  @Test
  void tellsOfTheWayToTheLogAndOfTheAcknowledgement() {
    // Given
    MessageTrace trace = followed();
    Publishing publishing = trace.publish();

    // When
    millis = 7;
    publishing.onPublished();
    millis = 9;
    trace.onAcknowledged(12);

    // Then
    assertThat(spans.names()).containsExactly("publish", "message");
    RecordingSpans.Ended publish = spans.ended().getFirst();
    RecordingSpans.Ended message = spans.ended().getLast();
    assertThat(publish.parent()).isEqualTo(message.context());
    assertThat(publish.context()).isEqualTo(publishing.context());
    assertThat(message.parent()).isNull();
    assertThat(message.start()).isEqualTo(5_000);
    assertThat(message.end()).isEqualTo(9_000);
    assertThat(message.attributes())
        .containsEntry("parley.door", "tcp")
        .containsEntry("parley.conversation", "#team")
        .containsEntry("parley.seq", "12");
  }

  @Test
  void tellsThatAMessageWasRefused() {
    // Given
    MessageTrace trace = followed();

    // When
    trace.onFailed("not_member");

    // Then
    assertThat(spans.ended())
        .singleElement()
        .satisfies(
            each -> assertThat(each.attributes()).containsEntry("parley.failed", "not_member"));
  }

  private MessageTrace followed() {
    MessageTraces all = new MessageTraces(spans, 1, () -> 0.5, clock);
    return Objects.requireNonNull(all.posted("tcp", "#team"));
  }

  @Test
  void tellsOfAnEntryUntilItIsHandedToTheReaders() {
    // Given
    MessageTraces traces = new MessageTraces(spans, 0, () -> 0, clock);
    Passage passage = new Passage(clock);
    var parent = spans.begin("fan out", null, 1).context();
    traces.arrived(List.of(new TracedEntry(parent, "#team", 12)), passage);
    passage.leaves(1);

    // When
    millis = 8;
    passage.handed(Runnable::run);

    // Then
    assertThat(spans.ended())
        .singleElement()
        .satisfies(deliver -> {
          assertThat(deliver.name()).isEqualTo("deliver");
          assertThat(deliver.parent()).isEqualTo(parent);
          assertThat(deliver.start()).isEqualTo(5_000);
          assertThat(deliver.end()).isEqualTo(8_000);
          assertThat(deliver.attributes()).containsEntry("parley.seq", "12");
        });
  }
}
