package dev.parley.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "a", "straße", "пароль", "密码", "🔑🔑", "e\u0301"})
  void countsCodePoints(String text) {
    // Given
    Secret secret = Secrets.of(text);

    // When
    int length = secret.length();

    // Then
    assertThat(length).isEqualTo(text.codePointCount(0, text.length()));
  }

  @Test
  void foldsLatinLettersOnly() {
    // Given
    Secret secret = Secrets.of("AZaz09Ä[");

    // When
    byte[] folded = secret.folded();

    // Then
    assertThat(new String(folded, StandardCharsets.UTF_8)).isEqualTo("azaz09Ä[");
  }

  @Test
  void wipesItsBytesWhenClosed() {
    // Given
    byte[] bytes = {1, 2, 3};
    Secret secret = new Secret(bytes);

    // When
    secret.close();

    // Then
    assertThat(bytes).containsOnly(0);
  }

  @Test
  void printsNothingOfItself() {
    // When
    String printed = Secrets.of("canary").toString();

    // Then
    assertThat(printed).isEqualTo("Secret[]");
  }
}
