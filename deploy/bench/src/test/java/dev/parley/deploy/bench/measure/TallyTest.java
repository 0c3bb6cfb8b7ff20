package dev.parley.deploy.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TallyTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long MILLI = 1_000_000L;

  private final Window window = Window.startingAt(0, Duration.ofSeconds(1), Duration.ofSeconds(2));
  private final Tally tally = new Tally(window);

  @Test
  void countsWhatComesWithinTheMeasuredTime() {
    // When
    tally.onDelivered(0, SECOND - 1);
    tally.onDelivered(0, SECOND);
    tally.onDelivered(2 * SECOND, 3 * SECOND - 1);
    tally.onDelivered(2 * SECOND, 3 * SECOND);

    // Then
    assertThat(tally.figures().deliveredPerSecond()).isEqualTo(1.0);
  }

  @Test
  void timesEveryMessageThatWasDueInTheMeasuredTimeHoweverLateItComes() {
    // When
    tally.onAcknowledged(SECOND - MILLI, SECOND + MILLI);
    tally.onAcknowledged(2 * SECOND, 7 * SECOND);

    // Then
    Quantiles quantiles = tally.figures().acknowledgement();
    assertThat(quantiles.count()).isEqualTo(1);
    assertThat(quantiles.max()).isCloseTo(5_000, within(5.0));
  }

  @Test
  void addsUp() {
    // Given
    Tally other = new Tally(window);
    tally.onAcknowledged(SECOND, SECOND + MILLI);
    other.onAcknowledged(SECOND, SECOND + 3 * MILLI);

    // When
    tally.add(other);

    // Then
    assertThat(tally.figures().acknowledgedPerSecond()).isEqualTo(1.0);
    assertThat(tally.figures().acknowledgement().p50()).isCloseTo(1.0, within(0.01));
    assertThat(tally.figures().acknowledgement().p99()).isCloseTo(3.0, within(0.01));
  }

  @Test
  void hasNoLatencyWithoutMessages() {
    // When
    Figures figures = tally.figures();

    // Then
    assertThat(figures.delivery()).isEqualTo(new Quantiles(0, 0, 0, 0, 0));
  }

  @Test
  void survivesTimesBeyondItsScale() {
    // When
    tally.onDelivered(SECOND, SECOND + Duration.ofMinutes(5).toNanos());
    tally.onDelivered(SECOND + 5, SECOND);

    // Then
    assertThat(tally.figures().delivery().count()).isEqualTo(2);
    assertThat(tally.figures().delivery().max()).isCloseTo(60_000, within(60.0));
  }
}
