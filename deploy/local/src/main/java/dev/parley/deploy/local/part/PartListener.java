package dev.parley.deploy.local.part;

import java.time.Duration;

/// Is told what happens to a part, on the thread that does it.
public interface PartListener {

  /// The phase has changed; the other methods tell the interesting cases.
  ///
  /// @param part which part
  void onPhase(Supervised part);

  /// A part has become ready.
  ///
  /// @param part which part
  /// @param took from the beginning of its start
  void onReady(Supervised part, Duration took);

  /// A part has ended unasked, or could not be started again.
  ///
  /// @param part which part
  /// @param cause what is known about it
  /// @param pause until it is started again
  void onDied(Supervised part, String cause, Duration pause);
}
