package dev.parley.presence.kafka;

import dev.parley.contracts.consumer.PollLoop;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Predicate;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/// Tells whether the poll loops come by their polls, and whether their threads live: a thread that
/// has died only comes back with the process.
@Singleton
final class PollLoopHealth {

  private static final Duration HANGS_AFTER = Duration.ofSeconds(10);

  private final PollLoops loops;

  PollLoopHealth(PollLoops loops) {
    this.loops = loops;
  }

  @Produces
  @Singleton
  @Readiness
  HealthCheck polling() {
    return () ->
        check("poll loops come by", loop -> loop.sinceLastPoll().compareTo(HANGS_AFTER) < 0);
  }

  @Produces
  @Singleton
  @Liveness
  HealthCheck alive() {
    return () -> check("poll loops live", PollLoop::isAlive);
  }

  private HealthCheckResponse check(String name, Predicate<PollLoop<?>> isWell) {
    var response = HealthCheckResponse.named(name);
    boolean areAllWell = !loops.byTopic().isEmpty();
    for (var entry : loops.byTopic().entrySet()) {
      PollLoop<?> loop = entry.getValue();
      areAllWell &= isWell.test(loop);
      response.withData(entry.getKey(), loop.sinceLastPoll().toMillis() + " ms since last poll");
    }
    return response.status(areAllWell).build();
  }
}
