package dev.parley.gateway.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileNameTest {
  @ParameterizedTest
  @MethodSource("names")
  void keepsWhatIsANameAndNoPath(String given, String name) {
    assertThat(FileName.clean(given)).isEqualTo(name);
  }

  static Stream<Arguments> names() {
    return Stream.of(
        Arguments.of("cat.png", "cat.png"),
        Arguments.of("../../../tmp/evil.txt", "evil.txt"),
        Arguments.of("C:\\Windows\\x.dll", "x.dll"),
        Arguments.of("/etc/passwd", "passwd"),
        Arguments.of("..", "file"),
        Arguments.of("", "file"),
        Arguments.of("a/", "file"),
        Arguments.of("a\u0000b\u001b[2J\u009bc.txt", "ab[2Jc.txt"),
        Arguments.of("photo\u202egnp.exe", "photognp.exe"),
        Arguments.of("two\nlines", "two lines"),
        Arguments.of("Grüße 😀.pdf", "Grüße 😀.pdf"),
        Arguments.of("CON", "CON"));
  }

  @Test
  void keepsTheEndOfALongName() {
    // When
    String name = FileName.clean("😀".repeat(2_500) + ".png");

    // Then
    assertThat(name).hasSizeLessThanOrEqualTo(255).endsWith("😀.png");
    assertThat(name.codePointAt(0)).isEqualTo(0x1f600);
  }
}
