package dev.parley.deploy.bench.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StampedTextTest {

  private final StampedText text = new StampedText(100);
  private final byte[] bytes = new byte[103];

  @Test
  void givesBackWhatWasStamped() {
    // Given
    text.fill(bytes, 3);

    // When
    text.stamp(bytes, 3, 4_711, 123_456_789, 987_654_321_012L);

    // Then
    long identity = StampedText.identity(cursor());
    assertThat(text.isAt(cursor())).isTrue();
    assertThat(StampedText.author(identity)).isEqualTo(4_711);
    assertThat(StampedText.number(identity)).isEqualTo(123_456_789);
    assertThat(StampedText.nanos(cursor())).isEqualTo(987_654_321_012L);
    assertThat(identity).isEqualTo(StampedText.identity(4_711, 123_456_789));
  }

  @Test
  void noticesAChangedFiller() {
    // Given
    text.fill(bytes, 3);
    bytes[80] = 'y';

    // When
    boolean intact = text.isAt(cursor());

    // Then
    assertThat(intact).isFalse();
  }

  @Test
  void noticesATextThatWasCutShort() {
    // Given
    text.fill(bytes, 3);

    // When
    boolean intact = text.isAt(new LineCursor().over(bytes, 3, bytes.length - 1));

    // Then
    assertThat(intact).isFalse();
  }

  @Test
  void hasNoIdentityWithoutDigits() {
    // Given
    text.fill(bytes, 3);
    bytes[5] = '-';

    // When
    long identity = StampedText.identity(cursor());

    // Then
    assertThat(identity).isEqualTo(-1);
  }

  @Test
  void isPlainText() {
    // When
    new StampedText(StampedText.MIN_SIZE).fill(bytes, 0);

    // Then
    String written = new String(bytes, 0, StampedText.MIN_SIZE, StandardCharsets.US_ASCII);
    assertThat(written).isEqualTo("000000.000000000.000000000000000.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 32, 4_001})
  void refusesSizesThatNoMessageMayHave(int size) {
    // When // Then
    assertThatThrownBy(() -> new StampedText(size)).isInstanceOf(IllegalArgumentException.class);
  }

  private LineCursor cursor() {
    return new LineCursor().over(bytes, 3, bytes.length);
  }
}
