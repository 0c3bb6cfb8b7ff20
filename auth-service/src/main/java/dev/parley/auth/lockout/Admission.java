package dev.parley.auth.lockout;

import java.time.Duration;

/// Whether a password may be looked at.
public sealed interface Admission {
  /// It may; if it is right, the lockout is to be told.
  ///
  /// @param locks whether the account is locked if it is wrong
  record Admitted(boolean locks) implements Admission {}

  /// It may not, right or wrong.
  ///
  /// @param left until the lock ends, more than zero
  record Locked(Duration left) implements Admission {}
}
