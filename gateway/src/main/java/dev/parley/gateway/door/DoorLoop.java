package dev.parley.gateway.door;

import java.time.Duration;
import java.util.concurrent.Executor;

/// An event loop as a door's connections need it. What they write within one turn is flushed once,
/// at the end of it.
public interface DoorLoop extends Executor {
  /// Runs something later, on the loop. Nobody can stop it.
  ///
  /// @param delay how much later, at least a millisecond
  /// @param task what
  void after(Duration delay, Runnable task);

  /// {@return what is done at the end of this turn}
  TurnEnd turnEnd();
}
