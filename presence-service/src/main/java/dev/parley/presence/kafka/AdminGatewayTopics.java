package dev.parley.presence.kafka;

import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.contracts.topic.Topics;
import dev.parley.presence.heartbeat.GatewayTopics;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Asks the cluster for gateways' topics, and deletes them. Blocks; safe for use by many threads,
/// one at a time.
///
/// A producer would wait seconds for each record to a topic that is gone, so it is asked for first;
/// the answer holds for a few seconds. A broker that has just started may not know a topic yet: one
/// is gone only if it is still unknown after a while, and then for good, for no gateway's id is
/// used twice.
@Singleton
final class AdminGatewayTopics implements GatewayTopics {

  private static final Duration PRESENT_HOLDS = Duration.ofSeconds(5);
  private static final Duration GONE_AFTER = Duration.ofSeconds(3);
  private static final long ANSWER_LIMIT_SECONDS = 5;

  /// More than a cluster has gateways; what is forgotten is asked for again.
  private static final int MAX_REMEMBERED = 1_000;

  private final Admin admin;
  private final InstantSource clock;
  private final Map<String, Instant> presentUntil = new HashMap<>();
  private final Map<String, Instant> missingSince = new HashMap<>();
  private final Set<String> gone = new LinkedHashSet<>();

  AdminGatewayTopics(Admin admin, InstantSource clock) {
    this.admin = admin;
    this.clock = clock;
  }

  /// {@return those of the gateways that have no topic any more}
  ///
  /// @param gateways ids of gateways that had one
  /// @throws TemporaryFaultException if the cluster does not answer, or does not know one for less
  ///   than a while
  synchronized Set<String> gone(Collection<String> gateways) {
    Set<String> found = new HashSet<>();
    Set<String> inDoubt = new HashSet<>();
    for (String gateway : gateways) {
      if (gone.contains(gateway)) {
        found.add(gateway);
      } else if (!isPresent(gateway)) {
        (isGone(gateway) ? found : inDoubt).add(gateway);
      }
    }
    if (!inDoubt.isEmpty()) {
      throw new TemporaryFaultException(
          "topics of gateways are not there " + inDoubt, new UnknownTopicOrPartitionException());
    }
    return found;
  }

  @Override
  public void delete(String gateway) {
    await(admin.deleteTopics(List.of(Topics.gateway(gateway))).all());
  }

  private boolean isPresent(String gateway) {
    Instant now = clock.instant();
    if (now.isBefore(presentUntil.getOrDefault(gateway, Instant.MIN))) {
      return true;
    }
    presentUntil.values().removeIf(until -> until.isBefore(now));
    if (await(admin.describeTopics(List.of(Topics.gateway(gateway))).allTopicNames())) {
      presentUntil.put(gateway, now.plus(PRESENT_HOLDS));
      missingSince.remove(gateway);
      return true;
    }
    return false;
  }

  private boolean isGone(String gateway) {
    Instant since = missingSince.computeIfAbsent(gateway, _ -> clock.instant());
    if (clock.instant().isBefore(since.plus(GONE_AFTER))) {
      return false;
    }
    Log.warnf("gateway has no topic, replies to it are dropped gateway=%s", gateway);
    missingSince.remove(gateway);
    gone.add(gateway);
    if (gone.size() > MAX_REMEMBERED) {
      gone.remove(gone.iterator().next());
    }
    return true;
  }

  /// {@return whether it was done, which it is not if the topic is unknown}
  private static boolean await(KafkaFuture<?> answer) {
    try {
      answer.get(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw new TemporaryFaultException("topic of a gateway", e);
    } catch (TimeoutException e) {
      throw new TemporaryFaultException("topic of a gateway", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TemporaryFaultException("topic of a gateway", e);
    }
  }
}
