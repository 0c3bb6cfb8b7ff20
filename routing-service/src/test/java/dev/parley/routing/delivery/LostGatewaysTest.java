package dev.parley.routing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LostGatewaysTest {
  private final LostGateways lost = new LostGateways();

  @Test
  void tellsEachLossOnce() {
    // Given
    lost.add("a");
    lost.add("b");
    lost.add("a");

    // Then
    assertThat(lost.takeNews()).containsExactly("a", "b");
    assertThat(lost.takeNews()).isEmpty();
    assertThat(lost.contains("a")).isTrue();
  }

  @Test
  void forgetsTheOldestWhenThereAreTooMany() {
    // When
    IntStream.rangeClosed(0, LostGateways.MAX_REMEMBERED).forEach(i -> lost.add("g" + i));

    // Then
    assertThat(lost.contains("g0")).isFalse();
    assertThat(lost.contains("g1")).isTrue();
    assertThat(lost.takeNews()).hasSize(LostGateways.MAX_REMEMBERED);
  }
}
