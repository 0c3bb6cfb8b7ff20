package dev.parley.auth.kafka;

import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.consumer.PollLoop;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Not ready until the poll loop runs, and while it hangs for more than ten seconds.
@Readiness
@Singleton
final class LoopReadiness implements HealthCheck {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final AuthLoop loop;

  @Inject
  LoopReadiness(AuthLoop loop) {
    this.loop = loop;
  }

  @Override
  public HealthCheckResponse call() {
    PollLoop<AuthRecord> running = loop.running();
    boolean ready = running != null && running.sinceLastPoll().compareTo(LIMIT) <= 0;
    return HealthCheckResponse.named("poll loop of parley.auth").status(ready).build();
  }
}
