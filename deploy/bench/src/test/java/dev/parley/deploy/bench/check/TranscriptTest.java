package dev.parley.deploy.bench.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class TranscriptTest {

  private final Transcript transcript = new Transcript(4);

  @Test
  void agreesAsLongAsEverybodySeesTheSame() {
    // Given
    transcript.agrees(1, 100);

    // When
    boolean agrees = transcript.agrees(1, 100);

    // Then
    assertThat(agrees).isTrue();
  }

  @Test
  void noticesAnotherMessageUnderTheSameSeq() {
    // Given
    transcript.agrees(1, 100);

    // When
    boolean agrees = transcript.agrees(1, 101);

    // Then
    assertThat(agrees).isFalse();
  }

  @Test
  void doesNotCompareReadersThatAreFarBehind() {
    // Given
    transcript.agrees(1, 100);
    transcript.agrees(5, 105);

    // When
    boolean behind = transcript.agrees(1, 999);
    boolean newest = transcript.agrees(5, 105);

    // Then
    assertThat(behind).isTrue();
    assertThat(newest).isTrue();
  }

  @Test
  void wantsAPowerOfTwo() {
    // When // Then
    assertThatThrownBy(() -> new Transcript(6)).isInstanceOf(IllegalArgumentException.class);
  }
}
