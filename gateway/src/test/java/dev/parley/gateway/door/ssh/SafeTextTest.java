package dev.parley.gateway.door.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {
  @ParameterizedTest
  @CsvSource({
    "'plain\n', 'plain\n'",
    "'na\u00efve \u2603\n', 'na\u00efve \u2603\n'",
    "'\u001b[2Jgone\n', '[2Jgone\n'",
    "'\u001b]52;c;ZXZpbA==\u0007\n', ']52;c;ZXZpbA==\n'",
    "'\u009b31mred', '31mred'",
    "'abc\u202egnp.exe', 'abcgnp.exe'",
    "'a\rb\u0008c\u007f', 'abc'"
  })
  void leavesNothingThatDrivesATerminal(String written, String shown) {
    // When
    byte[] bytes = SafeText.bytes(written.getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(shown);
  }
}
