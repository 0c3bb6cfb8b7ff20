package dev.parley.presence.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.contracts.presence.GatewayExpired;
import dev.parley.presence.effect.Cause;
import dev.parley.presence.effect.Effects;
import dev.parley.presence.session.Change.GatewayEnding;
import dev.parley.presence.session.InMemorySessionStore;
import dev.parley.presence.session.Session;
import dev.parley.presence.session.SessionEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopicRemovalTest {

  private final InMemoryGatewayStore gateways = new InMemoryGatewayStore();
  private final InMemorySessionStore sessions = new InMemorySessionStore();
  private final List<String> deleted = new ArrayList<>();
  private final List<Effects> published = new ArrayList<>();
  private Instant now = Instant.ofEpochSecond(1_800_000_000);
  private boolean isKafkaAway;

  @Test
  void deletesTheTopicAfterTheGrace() throws Exception {
    // Given
    gateways.end(lost("g1"));
    TopicRemoval removal = removal();
    removal.run();
    now = now.plus(Duration.ofSeconds(9));
    removal.run();
    List<String> withinTheGrace = List.copyOf(deleted);

    // When
    now = now.plus(Duration.ofSeconds(1));
    removal.run();
    removal.run();

    // Then
    assertThat(withinTheGrace).isEmpty();
    assertThat(deleted).containsExactly("g1");
    assertThat(published).hasSize(1);
    assertThat(published.getFirst().announcements()).containsExactly(new GatewayExpired("g1"));
  }

  @Test
  void writesTheEndOfEachSessionToTheTrail() throws Exception {
    // Given
    GatewayEnding ending = lost("g1");
    gateways.end(ending);
    sessions.inTransaction(tx -> {
      tx.insert(IntStream.range(0, 3).mapToObj(i -> session("s" + i, "g1")).toList());
      tx.insert(List.of(session("other", "g2")));
      return tx.end(ending);
    });
    TopicRemoval removal = removal();
    removal.run();

    // When
    now = now.plus(Duration.ofSeconds(10));
    removal.run();

    // Then
    assertThat(published.getFirst().auditByPartition().get(4))
        .hasSize(3)
        .allSatisfy(event -> assertThat(event.subject()).isEqualTo(SessionEnd.GATEWAY_LOST))
        .extracting(AuditEvent::item)
        .containsExactly(0, 1, 2);
  }

  @Test
  void triesOthersBeforeTheOneThatFailed() throws Exception {
    // Given
    gateways.end(lost("g1"));
    gateways.end(lost("g2"));
    TopicRemoval removal = removal();
    removal.run();
    now = now.plus(Duration.ofSeconds(10));
    isKafkaAway = true;
    assertThatThrownBy(removal::run).isInstanceOf(TemporaryFaultException.class);
    isKafkaAway = false;

    // When
    removal.run();
    List<String> first = List.copyOf(deleted);
    now = now.plus(Duration.ofSeconds(10));
    removal.run();

    // Then
    assertThat(first).containsExactly("g2");
    assertThat(deleted).containsExactly("g2", "g1");
  }

  @Test
  void startsOverAfterARestart() throws Exception {
    // Given
    gateways.end(lost("g1"));
    removal().run();
    now = now.plus(Duration.ofSeconds(5));

    // When
    TopicRemoval restarted = removal();
    restarted.run();
    now = now.plus(Duration.ofSeconds(10));
    restarted.run();

    // Then
    assertThat(deleted).containsExactly("g1");
  }

  private TopicRemoval removal() {
    return new TopicRemoval(
        gateways, sessions, this::delete, this::publish, FixedHeartbeatConfig.DEFAULTS, () -> now);
  }

  private void delete(String gateway) {
    if (isKafkaAway) {
      throw new TemporaryFaultException("Kafka", new IllegalStateException("away"));
    }
    deleted.add(gateway);
  }

  private CompletableFuture<Void> publish(Effects effects) {
    published.add(effects);
    return CompletableFuture.completedFuture(null);
  }

  private static GatewayEnding lost(String gateway) {
    return new GatewayEnding(gateway, SessionEnd.GATEWAY_LOST, new Cause(4, 77, 1_000));
  }

  private static Session session(String id, String gateway) {
    return new Session(id, "alice", gateway, "ws", "192.0.2.7", null, 500, null);
  }
}
