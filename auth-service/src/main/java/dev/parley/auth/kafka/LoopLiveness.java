package dev.parley.auth.kafka;

import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.consumer.PollLoop;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Dead once the poll loop has died: only a new process helps then.
@Liveness
@Singleton
final class LoopLiveness implements HealthCheck {
  private final AuthLoop loop;

  @Inject
  LoopLiveness(AuthLoop loop) {
    this.loop = loop;
  }

  @Override
  public HealthCheckResponse call() {
    PollLoop<AuthRecord> running = loop.running();
    boolean alive = running == null || running.isAlive();
    return HealthCheckResponse.named("poll loop of parley.auth").status(alive).build();
  }
}
