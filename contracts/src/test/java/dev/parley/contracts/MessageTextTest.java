package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {
  private static final String SMILE = "\ud83d\ude00";

  @ParameterizedTest
  @MethodSource({"controls", "directionControls"})
  void removesWhatDrivesATerminalOrTurnsTheWriting(int codePoint) {
    // Given
    String text = "a" + Character.toString(codePoint) + "b" + SMILE + Character.toString(codePoint);

    // When
    String clean = MessageText.clean(text);

    // Then
    assertThat(clean).isEqualTo("ab" + SMILE);
  }

  static IntStream controls() {
    return IntStream.concat(IntStream.range(0, 0x20), IntStream.rangeClosed(0x7f, 0x9f))
        .filter(c -> c != '\n' && c != '\t');
  }

  /// The Bidi_Control characters of Unicode Standard Annex 9, and the two separators before them.
  static IntStream directionControls() {
    return IntStream.of(
        0x061c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066,
        0x2067, 0x2068, 0x2069);
  }

  @Test
  void leavesNothingOfAnEscapeSequenceThatATerminalObeys() {
    assertThat(MessageText.clean("\u001b[2J\u001b]0;owned\u0007hi\u009b31m"))
        .isEqualTo("[2J]0;ownedhi31m");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "two\nlines\tand a tab",
        "gr\u00fc\u00dfe, \u4f60\u597d, \u0645\u0631\u062d\u0628\u0627",
        SMILE + " smiles",
        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 joined by zero-width joiners",
        "\u00a0\u2009\u3000",
        ""
      })
  void keepsWhatPeopleWrite(String text) {
    assertThat(MessageText.clean(text)).isEqualTo(text);
  }

  @Test
  void returnsTheSameTextWhereThereIsNothingToDo() {
    // Given
    String text = "the usual case: no copy, \u00fc included\n";

    // When
    String clean = MessageText.clean(text);

    // Then
    assertThat(clean).isSameAs(text);
  }

  @Test
  void replacesLoneSurrogates() {
    assertThat(MessageText.clean("a\ud83db")).isEqualTo("a\ufffdb");
    assertThat(MessageText.clean("a\ude00b")).isEqualTo("a\ufffdb");
    assertThat(MessageText.clean("\ude00\ud83d")).isEqualTo("\ufffd\ufffd");
    assertThat(MessageText.clean("\ud83d" + SMILE)).isEqualTo("\ufffd" + SMILE);
  }

  @Test
  void countsCodePointsNotUnits() {
    assertThat(MessageText.length("")).isZero();
    assertThat(MessageText.length("a\u00fc")).isEqualTo(2);
    assertThat(MessageText.length(SMILE.repeat(MessageText.MAX_LENGTH)))
        .isEqualTo(MessageText.MAX_LENGTH)
        .isEqualTo(4_000);
  }

  @Test
  void cleansAnyTextOnceAndForAll() {
    // Given
    Random random = new Random(20_250_607);
    for (int round = 0; round < 2_000; round++) {
      String text = anyText(random);

      // When
      String clean = MessageText.clean(text);

      // Then
      assertThat(MessageText.clean(clean)).isEqualTo(clean);
      assertThat(clean.codePoints())
          .noneMatch(c -> controls().anyMatch(bad -> bad == c))
          .noneMatch(c -> directionControls().anyMatch(bad -> bad == c))
          .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
  }

  /// Any UTF-16 units, half of them from the ranges where the rule bites.
  private static String anyText(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      int bound = random.nextBoolean() ? 0x10000 : 0xa0;
      int start = random.nextInt(8) == 0 ? 0x2000 : 0;
      text.append((char) Math.min(0xffff, start + random.nextInt(bound)));
    }
    return text.toString();
  }

  @Test
  void keepsTheMarksThatWritingNeeds() {
    for (String text :
        List.of(
            "Tie\u0302\u0301ng Vie\u0302\u0323t", "e" + "\u0301".repeat(8), "❤\uFE0F", "กำลั่ง")) {
      assertThat(MessageText.clean(text)).isEqualTo(text);
    }
  }

  /// CVE-2021-26937 and the towers of marks that cover the lines above and below.
  @Test
  void cutsTowersOfMarks() {
    assertThat(MessageText.clean("e" + "\u0301".repeat(10_000) + "f"))
        .isEqualTo("e" + "\u0301".repeat(8) + "f");
    assertThat(MessageText.clean("e" + "\u0301\u0007".repeat(20)))
        .isEqualTo("e" + "\u0301".repeat(8));
    assertThat(MessageText.clean("\uD83D\uDE00" + "\u20E3".repeat(20)))
        .isEqualTo("\uD83D\uDE00" + "\u20E3".repeat(8));
  }
}
