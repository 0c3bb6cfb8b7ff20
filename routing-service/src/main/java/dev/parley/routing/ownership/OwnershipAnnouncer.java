package dev.parley.routing.ownership;

import java.util.concurrent.CompletableFuture;

/// Tells every gateway that a partition has a new owner, so that they send their subscriptions.
public interface OwnershipAnnouncer {
  /// Announces this instance as owner.
  ///
  /// @param partition number of the partition
  /// @return completes when the announcement is acknowledged; fails if it must be made again
  CompletableFuture<Void> announce(int partition);
}
