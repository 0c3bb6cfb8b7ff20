package dev.parley.routing.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hello World            | hello world",
        "HELLO, hello!          | hello",
        "see https://a.bc/d?e=1 | see https a bc d e 1",
        "Gr\u00fc\u00dfe GR\u00dc\u00dfE | gr\u00fc\u00dfe",
        "gru\u0308n            | gr\u00fcn",
        "foo_bar-baz            | foo bar baz",
        "3.14                   | 3 14",
        "''                     | ''",
        "--- ...                | ''"
      })
  void cutsWords(String text, String words) {
    assertThat(String.join(" ", FoldedText.words(FoldedText.fold(text)))).isEqualTo(words);
  }

  @Test
  void cutsLongWordsAtACharacter() {
    // Given
    String letter = "\ud835\udd38";

    // When
    String cut = FoldedText.cut(letter.repeat(100));

    // Then
    assertThat(cut).isEqualTo(letter.repeat(FoldedText.MAX_WORD));
  }
}
