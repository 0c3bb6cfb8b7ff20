package dev.parley.auth.account;

import java.util.List;

/// Tells the other services which accounts exist, and whose sessions have lost their ground.
public interface AccountPublisher {
  /// Tells of accounts, and waits until that is stored for all; telling again does no harm.
  ///
  /// @param accounts as they are now
  /// @throws dev.parley.contracts.consumer.TemporaryFaultException if it cannot be told now
  void publish(List<Account> accounts);
}
