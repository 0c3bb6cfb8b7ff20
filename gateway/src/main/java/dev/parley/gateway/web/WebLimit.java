package dev.parley.gateway.web;

import dev.parley.gateway.limit.AddressCounts;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts the connections to the HTTP ports. Safe for use by many threads.
final class WebLimit {
  private final AddressCounts byAddress = new AddressCounts();
  private final AtomicInteger open = new AtomicInteger();
  private final int perAddress;
  private final int all;

  /// Starts with none.
  ///
  /// @param perAddress most of one network address
  /// @param all most in all
  WebLimit(int perAddress, int all) {
    this.perAddress = perAddress;
    this.all = all;
  }

  /// Counts a connection, which leaves in any case.
  ///
  /// @return whether it may stay
  boolean enter(String address) {
    int ofAddress = byAddress.enter(address);
    return open.incrementAndGet() <= all && ofAddress <= perAddress;
  }

  /// Forgets a connection.
  void leave(String address) {
    byAddress.leave(address);
    open.decrementAndGet();
  }
}
