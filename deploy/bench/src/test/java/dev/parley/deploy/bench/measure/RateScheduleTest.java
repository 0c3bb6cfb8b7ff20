package dev.parley.deploy.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RateScheduleTest {

  private static final long START = 5_000_000_000L;
  private static final long SECOND = 1_000_000_000L;

  private final RateSchedule schedule = new RateSchedule(START, START + SECOND, 1_000);

  @Test
  void spreadsMessagesEvenly() {
    // When
    long thousandth = schedule.dueAt(999);

    // Then
    assertThat(schedule.dueAt(0)).isEqualTo(START);
    assertThat(thousandth).isEqualTo(START + 999_000_000);
  }

  @Test
  void keepsItsTimesHoweverLateTheyAreAskedFor() {
    // Given
    long stalledUntil = START + SECOND / 2;

    // When
    int due = 0;
    long lastDue = 0;
    while (schedule.isDue(stalledUntil)) {
      lastDue = schedule.nextDue();
      schedule.advance();
      due++;
    }

    // Then
    assertThat(due).isEqualTo(501);
    assertThat(lastDue).isEqualTo(stalledUntil);
  }

  @Test
  void doesNotDriftWithARateThatHasNoWholeNanoseconds() {
    // Given
    RateSchedule odd = new RateSchedule(0, Long.MAX_VALUE, 3);

    // When
    long due = odd.dueAt(3_000_000);

    // Then
    assertThat(due).isEqualTo(1_000_000 * SECOND);
  }

  @Test
  void isNotDueBeforeItsTime() {
    // When
    boolean due = schedule.isDue(START - 1);

    // Then
    assertThat(due).isFalse();
  }

  @Test
  void endsWithItsWindow() {
    // When
    while (schedule.isDue(START + 10 * SECOND)) {
      schedule.advance();
    }

    // Then
    assertThat(schedule.next()).isEqualTo(1_000);
    assertThat(schedule.isOver()).isTrue();
  }

  @Test
  void wantsARate() {
    // When // Then
    assertThatThrownBy(() -> new RateSchedule(0, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
