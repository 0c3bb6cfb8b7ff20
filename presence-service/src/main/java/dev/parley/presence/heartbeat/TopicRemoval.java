package dev.parley.presence.heartbeat;

import dev.parley.contracts.presence.GatewayExpired;
import dev.parley.presence.effect.EffectPublisher;
import dev.parley.presence.effect.Effects;
import dev.parley.presence.session.Change.GatewayEnding;
import dev.parley.presence.session.Session;
import dev.parley.presence.session.SessionAudit;
import dev.parley.presence.session.SessionStore;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Finishes what an ended gateway leaves behind: tells of its end once more, writes the ends of its
/// sessions to the audit trail, and deletes its topic. For one thread.
///
/// Each instance does it, from what the store says, until it has worked once: a crash between a
/// gateway's end and its announcement loses neither announcement nor audit trail, and whatever is
/// done twice is the same the second time. The grace is counted from when this instance first saw
/// the ending, so that no two clocks are compared.
@Singleton
public final class TopicRemoval {

  private static final int MAX_AT_ONCE = 100;
  private static final long PUBLISH_LIMIT_SECONDS = 15;

  private final GatewayStore gateways;
  private final SessionStore sessions;
  private final GatewayTopics topics;
  private final EffectPublisher publisher;
  private final HeartbeatConfig config;
  private final InstantSource clock;
  private final Map<String, Instant> firstSeen = new HashMap<>();

  TopicRemoval(
      GatewayStore gateways,
      SessionStore sessions,
      GatewayTopics topics,
      EffectPublisher publisher,
      HeartbeatConfig config,
      InstantSource clock) {
    this.gateways = gateways;
    this.sessions = sessions;
    this.topics = topics;
    this.publisher = publisher;
    this.config = config;
    this.clock = clock;
  }

  /// Removes the topics whose grace has passed. Blocks; a fault leaves the rest for the next time.
  ///
  /// @throws Exception whatever Kafka or the store could not do
  public void run() throws Exception {
    Instant now = clock.instant();
    List<GatewayEnding> waiting = gateways.awaitingTopicDeletion(MAX_AT_ONCE);
    firstSeen
        .keySet()
        .retainAll(waiting.stream().map(GatewayEnding::gateway).collect(Collectors.toSet()));
    for (GatewayEnding ending : waiting) {
      Instant seen = firstSeen.computeIfAbsent(ending.gateway(), _ -> now);
      if (!now.isBefore(seen.plus(config.topicGrace()))) {
        // If it fails, others come before it is tried again.
        firstSeen.put(ending.gateway(), now);
        remove(ending);
      }
    }
  }

  private void remove(GatewayEnding ending) throws Exception {
    publisher.publish(farewell(ending)).get(PUBLISH_LIMIT_SECONDS, TimeUnit.SECONDS);
    topics.delete(ending.gateway());
    gateways.topicDeleted(ending.gateway(), clock.millis());
    Log.infof("gateway topic deleted gateway=%s", ending.gateway());
  }

  private Effects farewell(GatewayEnding ending) {
    Effects effects = new Effects();
    effects.announce(new GatewayExpired(ending.gateway()));
    int item = 0;
    for (Session session : sessions.endedWith(ending.gateway(), ending.sessionEnd())) {
      effects.audit(ending.cause(), SessionAudit.ended(session, ending.cause(), item));
      item++;
    }
    return effects;
  }
}
