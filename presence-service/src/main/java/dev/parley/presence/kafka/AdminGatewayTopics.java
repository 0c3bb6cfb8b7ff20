package dev.parley.presence.kafka;

import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.contracts.topic.Topics;
import dev.parley.presence.heartbeat.GatewayTopics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Asks the cluster for gateways' topics, and deletes them. Blocks; safe for use by many threads.
///
/// A producer would wait seconds for each record to a topic that is gone, so it is asked for first.
/// What was answered holds for a few seconds: a topic is deleted long after its gateway has ended.
@Singleton
final class AdminGatewayTopics implements GatewayTopics {

  private static final Duration PRESENT_HOLDS = Duration.ofSeconds(5);
  private static final Duration MISSING_HOLDS = Duration.ofSeconds(1);
  private static final long ANSWER_LIMIT_SECONDS = 5;

  private record Known(boolean isThere, Instant until) {}

  private final Admin admin;
  private final InstantSource clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  AdminGatewayTopics(Admin admin, InstantSource clock) {
    this.admin = admin;
    this.clock = clock;
  }

  /// {@return whether the gateway has a topic}
  ///
  /// @param gateway id of the gateway
  /// @throws TemporaryFaultException if the cluster does not answer
  boolean exist(String gateway) {
    Instant now = clock.instant();
    Known answer = known.get(gateway);
    if (answer == null || answer.until().isBefore(now)) {
      known.values().removeIf(old -> old.until().isBefore(now));
      boolean isThere = ask(gateway);
      answer = new Known(isThere, now.plus(isThere ? PRESENT_HOLDS : MISSING_HOLDS));
      known.put(gateway, answer);
    }
    return answer.isThere();
  }

  @Override
  public void delete(String gateway) {
    known.remove(gateway);
    await(admin.deleteTopics(List.of(Topics.gateway(gateway))).all());
  }

  private boolean ask(String gateway) {
    return await(admin.describeTopics(List.of(Topics.gateway(gateway))).allTopicNames());
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
