package dev.parley.cli.encryption.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.encryption.text.ShutTexts.Met;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.sealed.Kind;
import dev.parley.cli.sealed.Place;
import org.junit.jupiter.api.Test;

class ShutTextsTest {
  private final ShutTexts shut = new ShutTexts();

  @Test
  void keepsWhatMayOpenLater() {
    assertThat(shut.met(text(1, 1), "unknown_device")).isTrue();
    assertThat(shut.met(text(2, 2), "keys_locked")).isTrue();
    assertThat(shut.met(text(3, 3), "altered")).isFalse();
    assertThat(shut.met(text(4, 4), "open")).isFalse();
    assertThat(seqs()).containsExactly(1L, 2L);
  }

  @Test
  void keepsTheNewestTextOfAMessageOnly() {
    // Given
    shut.met(text(1, 5), "unknown_device");

    // When
    shut.met(text(1, 1), "unknown_device");

    // Then
    assertThat(shut.all()).extracting(each -> each.met().version()).containsExactly(5L);

    // When
    shut.met(text(1, 6), "open");

    // Then
    assertThat(shut.all()).isEmpty();
  }

  @Test
  void keepsTheLastTwoHundred() {
    // When
    for (int seq = 1; seq <= 201; seq++) {
      shut.met(text(seq, seq), "unknown_device");
    }

    // Then
    assertThat(seqs()).hasSize(200).doesNotContain(1L).endsWith(201L);
  }

  @Test
  void removesNothingThatIsAnotherTextByNow() {
    // Given
    shut.met(text(1, 1), "unknown_device");
    ShutTexts.Shut before = shut.all().getFirst();
    shut.met(text(1, 2), "unknown_device");

    // Then
    assertThat(shut.remove(before)).isFalse();
    assertThat(seqs()).containsExactly(1L);
  }

  private java.util.List<Long> seqs() {
    return shut.all().stream().map(each -> each.met().message().seq()).toList();
  }

  private static Met text(long seq, long version) {
    ObjectNode row = Frames.JSON.createObjectNode().put("text", "parley-sealed-1:" + version);
    Place place = new Place("@alice+bob", "bob", Kind.MESSAGE, 0);
    return new Met(new ShutTexts.Message("@bob", seq), version, row, place, seq);
  }
}
