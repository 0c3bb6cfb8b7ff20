package dev.parley.auth.lockout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.lockout.Admission.Admitted;
import dev.parley.auth.lockout.Admission.Locked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockoutStateTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration MINUTE = Duration.ofSeconds(60);

  private LockoutState state = LockoutState.NONE;

  private Admission attempt(String id, Instant at) {
    LockoutState.Step step = state.admit(id, at, 3, MINUTE);
    state = step.next();
    return step.admission();
  }

  @Test
  void admitsThreeAttemptsAndSaysThatTheThirdLocks() {
    // When
    List<Admission> answers = new ArrayList<>();
    for (String id : List.of("a", "b", "c")) {
      answers.add(attempt(id, NOON));
    }

    // Then
    assertThat(answers)
        .containsExactly(new Admitted(false), new Admitted(false), new Admitted(true));
  }

  @Test
  void refusesTheFourthForTheRestOfTheMinute() {
    // Given
    List.of("a", "b", "c").forEach(id -> attempt(id, NOON));

    // When
    Admission answer = attempt("d", NOON.plusSeconds(45));

    // Then
    assertThat(answer).isEqualTo(new Locked(Duration.ofSeconds(15)));
  }

  @Test
  void isLockedUntilTheLastMillisecond() {
    // Given
    List.of("a", "b", "c").forEach(id -> attempt(id, NOON));

    // When
    Admission before = attempt("d", NOON.plus(MINUTE).minusMillis(1));
    Admission at = attempt("e", NOON.plus(MINUTE));

    // Then
    assertThat(before).isEqualTo(new Locked(Duration.ofMillis(1)));
    assertThat(at).isEqualTo(new Admitted(false));
  }

  @Test
  void doesNotProlongTheLockByRefusedAttempts() {
    // Given
    List.of("a", "b", "c").forEach(id -> attempt(id, NOON));
    attempt("d", NOON.plusSeconds(59));

    // When
    Admission answer = attempt("e", NOON.plusSeconds(60));

    // Then
    assertThat(answer).isEqualTo(new Admitted(false));
  }

  @Test
  void startsOverAfterALock() {
    // Given
    List.of("a", "b", "c").forEach(id -> attempt(id, NOON));
    Instant later = NOON.plusSeconds(61);

    // When
    List<Admission> answers = new ArrayList<>();
    for (String id : List.of("d", "e", "f", "g")) {
      answers.add(attempt(id, later));
    }

    // Then
    assertThat(answers)
        .containsExactly(
            new Admitted(false), new Admitted(false), new Admitted(true), new Locked(MINUTE));
  }

  @Test
  void countsARepeatedAttemptOnce() {
    // Given
    attempt("a", NOON);
    attempt("a", NOON);
    attempt("b", NOON);

    // When
    Admission answer = attempt("b", NOON);

    // Then
    assertThat(answer).isEqualTo(new Admitted(false));
    assertThat(state.attempts()).containsExactly("a", "b");
  }

  @Test
  void answersEveryAttemptOfARepeatedBatchAsBefore() {
    // Given
    List.of("a", "b", "c", "d").forEach(id -> attempt(id, NOON));
    LockoutState before = state;

    // When
    List<Admission> answers = new ArrayList<>();
    for (String id : List.of("a", "b", "c", "d")) {
      answers.add(attempt(id, NOON));
    }

    // Then
    assertThat(answers)
        .containsExactly(
            new Admitted(false), new Admitted(false), new Admitted(true), new Locked(MINUTE));
    assertThat(state).isEqualTo(before);
  }

  @Test
  void locksAtOnceIfOneFailureIsAllowed() {
    // When
    LockoutState.Step step = LockoutState.NONE.admit("a", NOON, 1, MINUTE);

    // Then
    assertThat(step.admission()).isEqualTo(new Admitted(true));
    assertThat(step.next().admit("b", NOON, 1, MINUTE).admission()).isEqualTo(new Locked(MINUTE));
  }
}
