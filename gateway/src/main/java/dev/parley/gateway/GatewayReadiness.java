package dev.parley.gateway;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// The gateway is ready while it reads its topics.
@Readiness
@Singleton
final class GatewayReadiness implements HealthCheck {
  private static final Duration SILENCE_LIMIT = Duration.ofSeconds(10);

  private final GatewayLifecycle gateway;

  @Inject
  GatewayReadiness(GatewayLifecycle gateway) {
    this.gateway = gateway;
  }

  @Override
  public HealthCheckResponse call() {
    Optional<Duration> silence = gateway.sinceLastPoll();
    boolean reads = silence.isPresent() && silence.get().compareTo(SILENCE_LIMIT) < 0;
    return HealthCheckResponse.named("reads its topics").status(reads).build();
  }
}
