package dev.parley.auth.lockout;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/// Admits attempts at passwords, and stops admitting them after a few wrong ones in a row.
///
/// An attempt is counted before the password is looked at and forgotten if it was right. So guesses
/// made at one time, through several doors or instances, cannot outrun the limit, and a crash in
/// between gives no guess back. Safe for use by many threads.
@Singleton
public final class Lockout {
  private final LockoutStore store;
  private final int failures;
  private final Duration duration;
  private final Duration memory;

  @Inject
  Lockout(LockoutStore store, LockoutConfig config) {
    this(store, config.failures(), config.duration(), config.memory());
  }

  /// Uses a store.
  ///
  /// @param store the states
  /// @param failures wrong passwords in a row that lock an account
  /// @param duration how long it is locked
  /// @param memory age at which failures are forgotten
  public Lockout(LockoutStore store, int failures, Duration duration, Duration memory) {
    this.store = store;
    this.failures = failures;
    this.duration = duration;
    this.memory = memory;
  }

  /// Asks whether a password may be looked at.
  ///
  /// @param handle whose password
  /// @param attempt id of the attempt; the same id again counts once
  /// @param at when the attempt was made
  /// @return the answer; it is stored
  public Admission admit(String handle, String attempt, Instant at) {
    return store.change(handle, at, state -> state.admit(attempt, at, failures, duration));
  }

  /// Tells that the admitted password was right.
  ///
  /// @param handle whose password
  public void onRightPassword(String handle) {
    store.clear(handle);
  }

  /// {@return how long a lock lasts}
  public Duration duration() {
    return duration;
  }

  /// Forgets what is too old to matter.
  ///
  /// @param now the present time
  public void forget(Instant now) {
    store.forget(now.minus(memory), now);
  }
}
