package dev.parley.auth.lockout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [LockoutStore] does, seen through the lockout that uses it.
public abstract class LockoutStoreContract {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final String handle = "h" + UUID.randomUUID().toString().substring(0, 18);
  private Lockout lockout;

  protected LockoutStoreContract() {}

  protected abstract LockoutStore store();

  @BeforeEach
  void makeLockout() {
    lockout = new Lockout(store(), 3, Duration.ofSeconds(60), Duration.ofHours(1));
  }

  private Admission attempt(String id, Instant at) {
    return lockout.admit(handle, id, at);
  }

  @Test
  void keepsTheStateFromOneAttemptToTheNext() {
    // Given
    List.of("a", "b", "c").forEach(id -> attempt(id, NOON));

    // When
    Admission answer = attempt("d", NOON.plusMillis(500));

    // Then
    assertThat(answer).isEqualTo(new Admission.Locked(Duration.ofMillis(59_500)));
  }

  @Test
  void keepsHandlesApart() {
    // Given
    List.of("a", "b", "c").forEach(id -> attempt(id, NOON));

    // When
    Admission answer = lockout.admit(handle + "-2", "d", NOON);

    // Then
    assertThat(answer).isEqualTo(new Admission.Admitted(false));
  }

  @Test
  void startsOverAfterARightPassword() {
    // Given
    List.of("a", "b").forEach(id -> attempt(id, NOON));

    // When
    lockout.onRightPassword(handle);

    // Then
    assertThat(attempt("c", NOON)).isEqualTo(new Admission.Admitted(false));
    assertThat(attempt("d", NOON)).isEqualTo(new Admission.Admitted(false));
  }

  @Test
  void admitsNoMoreOfManyAttemptsAtOnceThanAllowed() throws Exception {
    // Given
    List<Callable<Admission>> attempts =
        IntStream.range(0, 200)
            .<Callable<Admission>>mapToObj(i -> () -> attempt("p" + i, NOON))
            .toList();

    // When
    List<Future<Admission>> answers;
    try (var threads = Executors.newFixedThreadPool(16)) {
      answers = threads.invokeAll(attempts);
    }

    // Then
    assertThat(answers.stream().map(Future::resultNow))
        .filteredOn(Admission.Admitted.class::isInstance)
        .hasSize(3);
  }

  @Test
  void forgetsFailuresThatAreOld() {
    // Given
    List.of("a", "b").forEach(id -> attempt(id, NOON));

    // When
    lockout.forget(NOON.plusSeconds(3601));

    // Then
    assertThat(attempt("c", NOON.plusSeconds(3601))).isEqualTo(new Admission.Admitted(false));
  }

  @Test
  void remembersFailuresThatAreNot() {
    // Given
    List.of("a", "b").forEach(id -> attempt(id, NOON));

    // When
    lockout.forget(NOON.plusSeconds(3600));

    // Then
    assertThat(attempt("c", NOON.plusSeconds(3600))).isEqualTo(new Admission.Admitted(true));
  }

  @Test
  void remembersALockHoweverLongItLasts() {
    // Given
    Lockout patient = new Lockout(store(), 1, Duration.ofDays(1), Duration.ofHours(1));
    patient.admit(handle, "a", NOON);

    // When
    patient.forget(NOON.plus(Duration.ofHours(2)));

    // Then
    assertThat(patient.admit(handle, "b", NOON.plus(Duration.ofHours(2))))
        .isEqualTo(new Admission.Locked(Duration.ofHours(22)));
  }
}
