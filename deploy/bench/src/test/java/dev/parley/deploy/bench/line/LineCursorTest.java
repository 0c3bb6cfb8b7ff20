package dev.parley.deploy.bench.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineCursorTest {

  @Test
  void readsAnEventFieldByField() {
    // Given
    LineCursor line = over("msg @bob 42 2026-01-02T03:04:05.678Z bob hello you");

    // When
    boolean message = line.accept(bytes("msg @bob "));
    long seq = line.number();
    boolean text = line.skipFields(2);

    // Then
    assertThat(message).isTrue();
    assertThat(seq).isEqualTo(42);
    assertThat(text).isTrue();
    assertThat(line.rest()).isEqualTo("hello you");
  }

  @Test
  void staysWhereItIsIfAnotherTextStandsThere() {
    // Given
    LineCursor line = over("msg @bobby 42");

    // When
    boolean accepted = line.accept(bytes("msg @bob "));

    // Then
    assertThat(accepted).isFalse();
    assertThat(line.rest()).isEqualTo("msg @bobby 42");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "4x", " 4", "1234567890123456789"})
  void findsNoNumberWhereNoneIs(String text) {
    // When
    long number = over(text).number();

    // Then
    assertThat(number).isEqualTo(-1);
  }

  @Test
  void tellsThatNothingStandsBehindTheLastField() {
    // When
    boolean more = over("alone").skipFields(1);

    // Then
    assertThat(more).isFalse();
  }

  private static LineCursor over(String text) {
    byte[] padded = bytes("##" + text + "##");
    return new LineCursor().over(padded, 2, padded.length - 2);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
