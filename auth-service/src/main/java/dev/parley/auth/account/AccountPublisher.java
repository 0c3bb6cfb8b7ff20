package dev.parley.auth.account;

import java.time.Instant;

/// Tells the other services which accounts exist.
public interface AccountPublisher {
  /// Tells of one account, and waits until that is stored for all; telling again does no harm.
  ///
  /// @param handle lower case
  /// @param createdAt when it was registered
  /// @throws dev.parley.contracts.consumer.TemporaryFaultException if it cannot be told now
  void publish(String handle, Instant createdAt);
}
