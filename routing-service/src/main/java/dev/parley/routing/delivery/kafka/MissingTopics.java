package dev.parley.routing.delivery.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Since when the topics of gateways are missing.
///
/// A broker that has just started may not know a topic for a moment. A gateway taken for lost in
/// that moment would hear nothing more without noticing, so a topic must stay away for a while.
/// Safe for use by many threads.
final class MissingTopics {
  /// Longer than a broker takes to come back, and than presence-service takes to say that a gateway
  /// expired.
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Map<String, Long> missingSince = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;

  MissingTopics(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /// Notes that a gateway's topic is missing.
  ///
  /// @return whether it has been for so long that it will not come back
  boolean isMissingForGood(String gateway) {
    long now = nanoTime.getAsLong();
    return now - missingSince.computeIfAbsent(gateway, _ -> now) >= PATIENCE.toNanos();
  }

  /// Notes that nothing more needs to be remembered: the topic is there, or the gateway is lost.
  void forget(String gateway) {
    missingSince.remove(gateway);
  }
}
