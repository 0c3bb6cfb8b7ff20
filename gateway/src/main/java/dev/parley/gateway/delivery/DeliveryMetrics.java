package dev.parley.gateway.delivery;

/// What is measured of deliveries. Safe for use by many threads.
@FunctionalInterface
public interface DeliveryMetrics {
  /// Measures how long new entries of a conversation took from the log to here.
  ///
  /// @param at time of the last of them, epoch milliseconds
  void passedOn(long at);
}
