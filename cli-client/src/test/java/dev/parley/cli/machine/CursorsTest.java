package dev.parley.cli.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.cli.frame.Frames;
import org.junit.jupiter.api.Test;

class CursorsTest {
  private final Cursors cursors = new Cursors();

  @Test
  void waitForWhatAnAnswerHasOvertaken() {
    // When
    cursors.onFrame(numbered(4));
    cursors.onFrame(numbered(6));

    // Then
    assertThat(cursors.all()).containsEntry("@ann+bob", 4L);

    // When
    cursors.onFrame(numbered(5));

    // Then
    assertThat(cursors.all()).containsEntry("@ann+bob", 6L);
  }

  @Test
  void takeAnAnswerThatStandsForNoEntryForNone() {
    // When
    cursors.onFrame(numbered(0));

    // Then
    assertThat(cursors.all()).isEmpty();

    // When
    cursors.onFrame(numbered(7));

    // Then
    assertThat(cursors.all()).containsEntry("@ann+bob", 7L);
  }

  private static JsonNode numbered(long seq) {
    return Frames.JSON
        .createObjectNode()
        .put("conversation", "@ann+bob")
        .put("seq", seq)
        .put("at", "2026-11-20T14:00:00.000Z");
  }
}
