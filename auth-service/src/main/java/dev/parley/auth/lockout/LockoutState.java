package dev.parley.auth.lockout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The wrong attempts in a row at one account, and the end of its lock.
///
/// Attempts are kept by their ids, not as a number, so that one that comes again counts once.
///
/// @param attempts ids of the attempts since the last right password or lock, in their order
/// @param lockedUntil end of the lock; long ago if there is none
public record LockoutState(List<String> attempts, Instant lockedUntil) {
  /// No attempt, no lock.
  public static final LockoutState NONE = new LockoutState(List.of(), Instant.EPOCH);

  /// Keeps a copy of the attempts.
  public LockoutState {
    attempts = List.copyOf(attempts);
  }

  /// What an attempt leads to.
  ///
  /// @param next the state from here on
  /// @param admission the answer to the attempt
  public record Step(LockoutState next, Admission admission) {}

  /// Counts an attempt as wrong, before anybody knows whether it is.
  ///
  /// @param attempt id of the attempt; one that is counted already is admitted again
  /// @param at when it was made
  /// @param failures attempts that lock the account
  /// @param duration how long it is locked
  /// @return the next state and the answer
  Step admit(String attempt, Instant at, int failures, Duration duration) {
    if (attempts.contains(attempt)) {
      boolean locks = attempts.size() >= failures && attempts.getLast().equals(attempt);
      return new Step(this, new Admission.Admitted(locks));
    }
    if (at.isBefore(lockedUntil)) {
      return new Step(this, new Admission.Locked(Duration.between(at, lockedUntil)));
    }
    List<String> counted =
        attempts.size() >= failures
            ? List.of(attempt)
            : Stream.concat(attempts.stream(), Stream.of(attempt)).toList();
    boolean locks = counted.size() >= failures;
    Instant until = locks ? at.plus(duration) : Instant.EPOCH;
    return new Step(new LockoutState(counted, until), new Admission.Admitted(locks));
  }
}
