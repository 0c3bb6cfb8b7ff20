package dev.parley.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeutralTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "title, x\u001b]0;owned\u0007y, x^[]0;owned^Gy",
        "clipboard, x\u001b]52;c;b3duZWQ=\u001b\\, x^[]52;c;b3duZWQ=^[\\",
        "clear, x\u001b[2J, x^[[2J",
        "mouse, x\u001b[?1003h, x^[[?1003h",
        "8-bit introducer, \u009b2J, <9b>2J",
        "8-bit OSC, \u009d0;x\u009c, <9d>0;x<9c>",
        "delete, a\u007fb, a^?b",
        "backspace, a\bb, a^Hb",
        "null, a\u0000b, a^@b",
        "direction, \u202eevil\u202c, evil",
        "isolates, \u2066x\u2069, x",
        "zero width, ad\u200bmin\u2060\ufeff, admin",
        "soft hyphen, ad\u00admin, admin",
        "filler, \u3164x, x",
      })
  void makesHarmless(String name, String foreign, String harmless) {
    assertThat(Neutral.text(foreign)).as(name).isEqualTo(harmless);
    assertThat(Neutral.line(foreign)).as(name).isEqualTo(harmless);
  }

  @Test
  void keepsLinesOfATextAndOnlyOneOfALine() {
    assertThat(Neutral.text("a\r\nb\u2028c\td")).isEqualTo("a\nb\nc    d");
    assertThat(Neutral.line("a\r\nb\u2028c\td")).isEqualTo("a b c d");
  }

  @Test
  void doesNotLetACarriageReturnOverwriteALine() {
    assertThat(Neutral.text("you owe me\rI owe you")).isEqualTo("you owe meI owe you");
  }

  @Test
  void keepsWhatPeopleWrite() {
    String text = "Grüße, 你好, עברית, \ud83d\udc69\u200d\ud83d\udcbb \u26a0\ufe0f e\u0301";
    assertThat(Neutral.text(text)).isEqualTo(text);
  }

  @Test
  void takesMarksThatClimbOverOtherLinesAndHalfCharacters() {
    assertThat(Neutral.text("z" + "\u0301".repeat(50))).isEqualTo("z" + "\u0301".repeat(4));
    assertThat(Neutral.text("a\ud83db")).isEqualTo("a\ufffdb");
    assertThat(Neutral.text("a\u200d\u200d\u200db")).isEqualTo("a\u200db");
  }

  @Test
  void leavesNoControlInAnyText() {
    // Given
    var random = new Random(7);

    for (int round = 0; round < 2_000; round++) {
      String foreign =
          random
              .ints(40, 0, 0x3000)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();

      // When
      String harmless = Neutral.text(foreign);

      // Then
      assertThat(harmless.codePoints().filter(sign -> sign != '\n'))
          .noneMatch(Character::isISOControl);
    }
  }
}
