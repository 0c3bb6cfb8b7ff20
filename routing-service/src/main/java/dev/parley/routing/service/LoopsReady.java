package dev.parley.routing.service;

import dev.parley.routing.batch.kafka.ConversationLoop;
import dev.parley.routing.history.kafka.QueryLoop;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready while both poll loops come by their poll; the database is checked by Quarkus itself.
@Readiness
@Singleton
final class LoopsReady implements HealthCheck {
  private static final Duration MAX_SILENCE = Duration.ofSeconds(10);

  private final ConversationLoop conversations;
  private final QueryLoop queries;

  LoopsReady(ConversationLoop conversations, QueryLoop queries) {
    this.conversations = conversations;
    this.queries = queries;
  }

  @Override
  public HealthCheckResponse call() {
    Duration conversationsSilent = conversations.sinceLastPoll();
    Duration queriesSilent = queries.sinceLastPoll();
    return HealthCheckResponse.named("poll loops")
        .withData("conversationsSilentMillis", conversationsSilent.toMillis())
        .withData("queriesSilentMillis", queriesSilent.toMillis())
        .status(
            conversationsSilent.compareTo(MAX_SILENCE) < 0
                && queriesSilent.compareTo(MAX_SILENCE) < 0)
        .build();
  }
}
