package dev.parley.deploy.acceptance.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapesTest {

  @ParameterizedTest
  @ValueSource(strings = {"plain", "two\nlines", "C:\\new", "\\", "\\\n", "a\\\\nb", ""})
  void readsWhatItWrote(String text) {
    // When
    String line = Escapes.escape(text);

    // Then
    assertThat(line).doesNotContain("\n");
    assertThat(Escapes.unescape(line)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"\\t,\\t", "end\\,end\\", "\\\\n,\\n"})
  void leavesOtherBackslashesAlone(String line, String text) {
    assertThat(Escapes.unescape(line)).isEqualTo(text);
  }
}
