package dev.parley.cli.encryption.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.frame.Frames;
import org.junit.jupiter.api.Test;

class HeldTest {
  private final Held held = new Held();

  @Test
  void holdsMessagesAsTheyAreNow() {
    // Given
    held.put("@bob", message(1, "frist"));
    held.put("@bob", message(2, "gone"));

    // When
    held.edit("@bob", 1, "first", "later");
    held.remove("@bob", 2);

    // Then
    assertThat(held.find(_ -> true, 10))
        .extracting(row -> Frames.text(row, "text"))
        .containsExactly("first");
  }

  @Test
  void findsTheNewestFirst() {
    // Given
    held.put("@bob", message(1, "one"));
    held.put("@eve", message(3, "three"));
    held.put("@bob", message(2, "two"));

    // Then
    assertThat(held.find(_ -> true, 2))
        .extracting(row -> Frames.text(row, "text"))
        .containsExactly("three", "two");
  }

  @Test
  void holdsTheNewestOfEachConversation() {
    // When
    for (int seq = 1; seq <= 2_001; seq++) {
      held.put("@bob", message(seq, "text"));
    }

    // Then
    assertThat(held.find("@bob", 1)).isEmpty();
    assertThat(held.find("@bob", 2)).isPresent();
    assertThat(held.find("@bob", 2_001)).isPresent();
  }

  private static ObjectNode message(long seq, String text) {
    return Frames.JSON
        .createObjectNode()
        .put("seq", seq)
        .put("at", "2026-11-20T14:00:%05d".formatted(seq))
        .put("text", text);
  }
}
