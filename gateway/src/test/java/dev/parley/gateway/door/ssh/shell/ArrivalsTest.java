package dev.parley.gateway.door.ssh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalsTest {
  private final Arrivals arrivals = new Arrivals();

  @Test
  void tellsManyInOneLine() {
    // When
    boolean first = arrivals.came("alice");
    boolean second = arrivals.came("bob");
    arrivals.went("carol");

    // Then
    assertThat(first).isTrue();
    assertThat(second).isFalse();
    assertThat(arrivals.tell()).isEqualTo("here: alice, bob; gone: carol");
    assertThat(arrivals.tell()).isEmpty();
  }

  @Test
  void doesNotTellWhoOnlyCameBy() {
    // When
    arrivals.came("alice");
    arrivals.went("alice");

    // Then
    assertThat(arrivals.tell()).isEmpty();
  }
}
