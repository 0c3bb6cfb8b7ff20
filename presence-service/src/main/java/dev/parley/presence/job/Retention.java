package dev.parley.presence.job;

import dev.parley.presence.audit.AuditConfig;
import dev.parley.presence.audit.AuditStore;
import dev.parley.presence.heartbeat.GatewayStore;
import dev.parley.presence.heartbeat.HeartbeatConfig;
import dev.parley.presence.session.SessionConfig;
import dev.parley.presence.session.SessionStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.IntSupplier;

/// Forgets what is older than it is to be kept, a little at a time.
@Singleton
final class Retention {

  private static final int ROWS_OF_A_STATEMENT = 5_000;
  private static final int STATEMENTS_OF_A_RUN = 100;

  private final SessionStore sessions;
  private final GatewayStore gateways;
  private final AuditStore audit;
  private final SessionConfig sessionConfig;
  private final HeartbeatConfig heartbeatConfig;
  private final AuditConfig auditConfig;
  private final InstantSource clock;

  Retention(
      SessionStore sessions,
      GatewayStore gateways,
      AuditStore audit,
      SessionConfig sessionConfig,
      HeartbeatConfig heartbeatConfig,
      AuditConfig auditConfig,
      InstantSource clock) {
    this.sessions = sessions;
    this.gateways = gateways;
    this.audit = audit;
    this.sessionConfig = sessionConfig;
    this.heartbeatConfig = heartbeatConfig;
    this.auditConfig = auditConfig;
    this.clock = clock;
  }

  void purge() {
    long endedBefore = before(sessionConfig.retention());
    repeat(() -> sessions.purge(endedBefore, ROWS_OF_A_STATEMENT));
    gateways.purge(before(heartbeatConfig.retention()));
    long toldBefore = before(auditConfig.retention());
    repeat(() -> audit.purge(toldBefore, ROWS_OF_A_STATEMENT));
  }

  private long before(Duration age) {
    return clock.instant().minus(age).toEpochMilli();
  }

  private static void repeat(IntSupplier statement) {
    for (int i = 0; i < STATEMENTS_OF_A_RUN; i++) {
      if (statement.getAsInt() < ROWS_OF_A_STATEMENT) {
        return;
      }
    }
  }
}
