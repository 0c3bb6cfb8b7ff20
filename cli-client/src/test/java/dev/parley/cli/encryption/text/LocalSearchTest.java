package dev.parley.cli.encryption.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.frame.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalSearchTest {
  private static final ObjectNode ROW =
      Frames.JSON
          .createObjectNode()
          .put("conversation", "@bob")
          .put("seq", 4)
          .put("at", "2026-11-20T14:00:00.000Z")
          .put("from", "bob")
          .put("text", "Deployment at ten, @alice: see https://example.org/a `now`");

  @ParameterizedTest
  @CsvSource({
    "deploy, true",
    "TEN, true",
    "ployment, false",
    "at, true",
    "example.org, true",
    "\"at ten\", true",
    "\"ten at\", false",
    "deploy eleven, false",
    "deploy -eleven, true",
    "deploy -ten, false",
    "from:bob, true",
    "from:@bob, true",
    "from:me, false",
    "in:@bob, true",
    "in:@alice+bob, true",
    "in:#team, false",
    "before:2026-11-20, false",
    "before:2026-11-21, true",
    "after:2026-11-20, false",
    "after:2026-11-19, true",
    "has:link, true",
    "has:code, true",
    "has:pin, false",
    "mentions:me, true",
    "-from:bob, false",
    "'', false"
  })
  void findsWhatIsAskedFor(String query, boolean found) {
    assertThat(LocalSearch.of(query, "alice").test(ROW)).isEqualTo(found);
  }

  @Test
  void takesSignsAsTheyAre() {
    assertThat(LocalSearch.of("(.*", "alice").test(ROW)).isFalse();
  }
}
