package dev.parley.presence.heartbeat;

import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.presence.session.Change.GatewayEnding;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Keeps gateways in maps.
public final class InMemoryGatewayStore implements GatewayStore {

  private final Map<String, Long> lastSeen = new TreeMap<>();
  private final Map<String, GatewayEnding> ended = new LinkedHashMap<>();
  private final Set<String> withoutTopic = new HashSet<>();
  private boolean isAway;

  /// Starts empty.
  public InMemoryGatewayStore() {}

  /// Ends a gateway.
  ///
  /// @param ending how it ends
  public void end(GatewayEnding ending) {
    ended.put(ending.gateway(), ending);
  }

  void isAway(boolean away) {
    isAway = away;
  }

  @Override
  public Set<String> living() {
    fail();
    Set<String> living = new HashSet<>(lastSeen.keySet());
    living.removeAll(ended.keySet());
    return living;
  }

  @Override
  public Set<String> seen(Map<String, Long> seen) {
    fail();
    seen.forEach((gateway, at) -> lastSeen.merge(gateway, at, Math::max));
    Set<String> gone = new HashSet<>(seen.keySet());
    gone.retainAll(ended.keySet());
    return gone;
  }

  @Override
  public List<GatewayEnding> awaitingTopicDeletion(int limit) {
    fail();
    return ended.values().stream()
        .filter(ending -> !withoutTopic.contains(ending.gateway()))
        .sorted(Comparator.comparingLong(ending -> ending.cause().at()))
        .limit(limit)
        .toList();
  }

  @Override
  public void topicDeleted(String gateway, long at) {
    withoutTopic.add(gateway);
  }

  @Override
  public long purge(long endedBefore) {
    int before = ended.size();
    ended
        .values()
        .removeIf(
            ending -> ending.cause().at() < endedBefore && withoutTopic.contains(ending.gateway()));
    return before - ended.size();
  }

  private void fail() {
    if (isAway) {
      throw new TemporaryFaultException("store", new IllegalStateException("away"));
    }
  }
}
