package dev.parley.presence.heartbeat;

import dev.parley.presence.session.Change.GatewayEnding;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where gateways are kept. All methods block; safe for use by many threads, and throw
/// [dev.parley.contracts.consumer.TemporaryFaultException] if the store is out of reach.
public interface GatewayStore {

  /// {@return every gateway that has not ended}
  Set<String> living();

  /// Notes when gateways were last seen, and makes new ones known.
  ///
  /// @param lastSeen by gateway, epoch milliseconds
  /// @return those of them that have ended; nothing is noted of these
  Set<String> seen(Map<String, Long> lastSeen);

  /// {@return ended gateways whose topic is not known to be deleted, the oldest first}
  ///
  /// @param limit most gateways to return
  List<GatewayEnding> awaitingTopicDeletion(int limit);

  /// Notes that a gateway's topic is deleted.
  ///
  /// @param gateway id of the gateway
  /// @param at when, epoch milliseconds
  void topicDeleted(String gateway, long at);

  /// Forgets gateways that ended long ago and have no topic any more.
  ///
  /// @param endedBefore epoch milliseconds
  /// @return how many were forgotten
  long purge(long endedBefore);
}
