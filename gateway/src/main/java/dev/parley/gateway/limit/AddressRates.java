package dev.parley.gateway.limit;

import java.util.LinkedHashMap;
import java.util.Map;

/// A token bucket for each network address (each 64 bits of IPv6), of the latest few thousand. Safe
/// for many threads.
public final class AddressRates {
  private static final int MAX_ADDRESSES = 4_096;

  private final double perSecond;
  private final int burst;
  private final Map<String, TokenBucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
          return size() > MAX_ADDRESSES;
        }
      };

  /// Starts with full buckets.
  ///
  /// @param perSecond requests of an address each second, in the long run
  /// @param burst requests of an address at once
  public AddressRates(double perSecond, int burst) {
    this.perSecond = perSecond;
    this.burst = burst;
  }

  /// Takes a token of an address.
  ///
  /// @param address network address
  /// @param now monotonic time in nanoseconds
  /// @return 0 if there was one, else the milliseconds after which there will be one
  public synchronized long take(String address, long now) {
    return buckets
        .computeIfAbsent(Addresses.counted(address), _ -> new TokenBucket(perSecond, burst, now))
        .take(now);
  }
}
