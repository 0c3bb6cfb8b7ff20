package dev.parley.deploy.bench.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ViolationsTest {

  @Test
  void countsAllAndKeepsTheFirst() {
    // Given
    Violations violations = new Violations();

    // When
    for (int i = 0; i < 100; i++) {
      violations.add("number " + i);
    }

    // Then
    assertThat(violations.count()).isEqualTo(100);
    assertThat(violations.first()).hasSize(Violations.KEPT).startsWith("number 0", "number 1");
  }
}
