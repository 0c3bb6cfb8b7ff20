package dev.parley.routing.account;

import java.util.concurrent.CompletableFuture;

/// Where [Accounts] come from.
public interface AccountFeed {
  /// Asks for everything that has been written by now.
  ///
  /// @return completes when [Accounts] knows all accounts that were there at the time of the call
  CompletableFuture<Void> caughtUp();
}
