package dev.parley.gateway.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many connections each network address has; the addresses of an IPv6 network of 64 bits count
/// as one, those of this machine not at all. Safe for use by many threads.
public final class AddressCounts {
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  /// Starts with none.
  public AddressCounts() {}

  /// Counts one more.
  ///
  /// @param address network address
  /// @return how many there are now, 0 for this machine
  public int enter(String address) {
    return Addresses.isThisMachine(address)
        ? 0
        : counts.merge(Addresses.counted(address), 1, Integer::sum);
  }

  /// Counts one less.
  ///
  /// @param address network address
  public void leave(String address) {
    if (!Addresses.isThisMachine(address)) {
      counts.computeIfPresent(
          Addresses.counted(address), (_, count) -> count == 1 ? null : count - 1);
    }
  }
}
