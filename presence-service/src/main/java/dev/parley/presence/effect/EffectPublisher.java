package dev.parley.presence.effect;

import java.util.concurrent.CompletableFuture;

/// Writes effects to where they are read. Safe for use by many threads.
@FunctionalInterface
public interface EffectPublisher {

  /// Writes all effects, in order for each reader.
  ///
  /// What is meant for a gateway that is gone is dropped.
  ///
  /// @param effects what a committed change caused
  /// @return completes when all are acknowledged; fails if one is not, and then all are to be
  ///   written again
  CompletableFuture<Void> publish(Effects effects);
}
