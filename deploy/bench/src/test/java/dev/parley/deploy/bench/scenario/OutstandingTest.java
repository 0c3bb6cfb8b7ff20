package dev.parley.deploy.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OutstandingTest {

  private final Outstanding outstanding = new Outstanding();

  @Test
  void givesTimesBackInTheirOrderHoweverManyThereAre() {
    // Given
    long next = 0;
    long expected = 0;

    // When
    for (int round = 1; round < 60; round++) {
      for (int i = 0; i < round; i++) {
        outstanding.add(next++);
      }
      for (int i = 0; i < round / 2; i++) {
        assertThat(outstanding.removeFirst()).isEqualTo(expected++);
      }
    }

    // Then
    assertThat(outstanding.size()).isEqualTo((int) (next - expected));
  }

  @Test
  void isBounded() {
    // Given
    for (int i = 0; i < Outstanding.LIMIT; i++) {
      outstanding.add(i);
    }

    // When
    boolean added = outstanding.add(1);

    // Then
    assertThat(added).isFalse();
    assertThat(outstanding.size()).isEqualTo(Outstanding.LIMIT);
  }
}
