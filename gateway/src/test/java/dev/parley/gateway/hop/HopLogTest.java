package dev.parley.gateway.hop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class HopLogTest {
  private final InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(1_000));
  private final HopLog hops = new HopLog(2, clock);

  @Test
  void remembersWhenAMessageCameThroughTheDoor() {
    // When
    hops.posted("#team", 7, 900);

    // Then
    assertThat(hops.receivedAt("#team", 7)).hasValue(900);
    assertThat(hops.receivedAt("#team", 8)).isEmpty();
    assertThat(hops.receivedAt("#other", 7)).isEmpty();
  }

  @Test
  void remembersHowEachEntryOfARunCame() {
    // Given
    HopLog.Delivery delivery = delivery("#team", 5, 7);

    // When
    hops.passed(delivery);

    // Then
    assertThat(hops.delivery("#team", 4)).isNull();
    assertThat(hops.delivery("#team", 5)).isSameAs(delivery);
    assertThat(hops.delivery("#team", 7)).isSameAs(delivery);
    assertThat(hops.delivery("#team", 8)).isNull();
    assertThat(hops.delivery("#other", 5)).isNull();
  }

  @Test
  void forgetsTheOldest() {
    // When
    for (int seq = 1; seq <= 3; seq++) {
      hops.posted("#team", seq, seq);
      hops.passed(delivery("#team", seq, seq));
    }

    // Then
    assertThat(hops.receivedAt("#team", 1)).isEmpty();
    assertThat(hops.receivedAt("#team", 2)).hasValue(2);
    assertThat(hops.delivery("#team", 1)).isNull();
    assertThat(hops.delivery("#team", 3)).isNotNull();
  }

  @Test
  void tellsTheFirstTimeOfWhatCameAgain() {
    // Given
    HopLog.Delivery first = delivery("#team", 1, 1);
    hops.passed(first);

    // When
    hops.passed(delivery("#team", 1, 2));

    // Then
    assertThat(hops.delivery("#team", 1)).isSameAs(first);
  }

  @Test
  void remembersNothingIfToldTo() {
    // Given
    HopLog none = new HopLog(0, clock);

    // When
    none.posted("#team", 1, 1);
    none.passed(delivery("#team", 1, 1));

    // Then
    assertThat(none.receivedAt("#team", 1)).isEmpty();
    assertThat(none.delivery("#team", 1)).isNull();
  }

  private HopLog.Delivery delivery(String conversation, long first, long last) {
    return new HopLog.Delivery(conversation, first, last, null, new Passage(clock));
  }
}
