package dev.parley.presence.heartbeat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The gateways as one partition shows them. For one thread.
final class PartitionWatch {

  private final long silenceMillis;
  private final long maxGapMillis;
  private final Map<String, Long> lastSeen = new HashMap<>();
  private long lastTick;

  /// Begins to watch, with a partition that has just been assigned: nothing is known of its past.
  PartitionWatch(HeartbeatConfig config, Collection<String> living) {
    this.silenceMillis = config.silence().toMillis();
    this.maxGapMillis = config.maxGap().toMillis();
    living.forEach(gateway -> lastSeen.put(gateway, 0L));
  }

  void onBeat(String gateway, long at) {
    lastSeen.merge(gateway, at, Math::max);
  }

  /// {@return gateways that have been silent for too long, by id; the same again at the next tick
  /// unless they are forgotten}
  List<String> onTick(long at) {
    boolean stoodStill = at - lastTick > maxGapMillis;
    lastTick = Math.max(lastTick, at);
    if (stoodStill) {
      lastSeen.replaceAll((_, seen) -> Math.max(seen, at));
      return List.of();
    }
    return lastSeen.entrySet().stream()
        .filter(entry -> entry.getValue() < at - silenceMillis)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  void forget(String gateway) {
    lastSeen.remove(gateway);
  }
}
