package dev.parley.auth.lockout;

import java.time.Instant;
import java.util.function.Function;

/// Keeps lockout states by handle, over restarts and for all instances.
public interface LockoutStore {
  /// Changes the state of one handle while nobody else can.
  ///
  /// @param handle any valid handle, whether or not anybody has it
  /// @param at time of the attempt
  /// @param change from the present state, [LockoutState#NONE] if there is none, to the next
  /// @return the answer of the change, which is stored by then
  Admission change(String handle, Instant at, Function<LockoutState, LockoutState.Step> change);

  /// Goes back to [LockoutState#NONE].
  ///
  /// @param handle any handle
  void clear(String handle);

  /// Forgets states that nobody has tried at for long and that are not locked.
  ///
  /// @param before last attempts before are forgotten
  /// @param now the present time
  void forget(Instant before, Instant now);
}
