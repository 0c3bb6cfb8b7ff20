package dev.parley.presence.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.presence.Configs;
import dev.parley.presence.audit.AuditConfig;
import dev.parley.presence.audit.AuditedEvents;
import dev.parley.presence.audit.InMemoryAuditStore;
import dev.parley.presence.effect.Cause;
import dev.parley.presence.heartbeat.HeartbeatConfig;
import dev.parley.presence.heartbeat.InMemoryGatewayStore;
import dev.parley.presence.session.Change.GatewayEnding;
import dev.parley.presence.session.InMemorySessionStore;
import dev.parley.presence.session.Session;
import dev.parley.presence.session.SessionConfig;
import dev.parley.presence.session.SessionEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetentionTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

  private final InMemorySessionStore sessions = new InMemorySessionStore();
  private final InMemoryGatewayStore gateways = new InMemoryGatewayStore();
  private final InMemoryAuditStore audit = new InMemoryAuditStore();

  @Test
  void forgetsSessionsThatEndedLongAgoHoweverMany() {
    // Given
    insert(12_000, ago(Duration.ofDays(31)));
    insert(1, ago(Duration.ofDays(29)));

    // When
    retention().purge();

    // Then
    assertThat(stored()).hasSize(1);
  }

  @Test
  void forgetsGatewaysThatEndedLongAgo() {
    // Given
    end("old", ago(Duration.ofDays(2)));
    end("young", ago(Duration.ofHours(1)));

    // When
    retention().purge();

    // Then
    assertThat(gateways.seen(Map.of("old", 1L, "young", 1L))).containsExactly("young");
  }

  @Test
  void forgetsOldAuditEvents() {
    // Given
    audit.store(List.of(AuditedEvents.posted("parley.conversations", 1)), _ -> {});
    Instant aYearLater =
        Instant.ofEpochMilli(audit.events().getFirst().event().at()).plus(Duration.ofDays(366));

    // When
    retention().purge();
    var kept = audit.events();
    retentionAt(aYearLater).purge();

    // Then
    assertThat(kept).hasSize(1);
    assertThat(audit.events()).isEmpty();
  }

  private Retention retention() {
    return retentionAt(NOW);
  }

  private Retention retentionAt(Instant now) {
    return new Retention(
        sessions,
        gateways,
        audit,
        Configs.of(SessionConfig.class, Map.of()),
        Configs.of(HeartbeatConfig.class, Map.of()),
        Configs.of(AuditConfig.class, Map.of()),
        () -> now);
  }

  private static long ago(Duration age) {
    return NOW.minus(age).toEpochMilli();
  }

  private void end(String gateway, long at) {
    gateways.end(new GatewayEnding(gateway, SessionEnd.GATEWAY_LOST, new Cause(0, 1, at)));
    gateways.topicDeleted(gateway, at);
  }

  private void insert(int count, long endedAt) {
    List<Session> ended =
        IntStream.range(0, count)
            .mapToObj(i ->
                new Session(
                    endedAt + "-" + i,
                    "alice",
                    "g1",
                    "ws",
                    "::1",
                    null,
                    endedAt,
                    new SessionEnd(endedAt, "logout")))
            .toList();
    sessions.inTransaction(tx -> {
      tx.insert(ended);
      return "";
    });
  }

  private List<Session> stored() {
    return sessions.inTransaction(
        tx -> tx.lockSessions(Set.of(ago(Duration.ofDays(29)) + "-0"), Set.of()));
  }
}
