package dev.parley.routing.service;

import dev.parley.routing.account.kafka.AccountTail;
import dev.parley.routing.batch.kafka.ConversationLoop;
import dev.parley.routing.delivery.kafka.GatewayEvents;
import dev.parley.routing.history.kafka.QueryLoop;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Alive while no loop's thread has died: a dead one does not come back but with the process.
@Liveness
@Singleton
final class LoopsAlive implements HealthCheck {
  private final ConversationLoop conversations;
  private final QueryLoop queries;
  private final AccountTail accounts;
  private final GatewayEvents gateways;

  LoopsAlive(
      ConversationLoop conversations,
      QueryLoop queries,
      AccountTail accounts,
      GatewayEvents gateways) {
    this.conversations = conversations;
    this.queries = queries;
    this.accounts = accounts;
    this.gateways = gateways;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("loops")
        .withData("conversations", conversations.isAlive())
        .withData("queries", queries.isAlive())
        .withData("accounts", accounts.isAlive())
        .withData("gateways", gateways.isAlive())
        .status(
            conversations.isAlive()
                && queries.isAlive()
                && accounts.isAlive()
                && gateways.isAlive())
        .build();
  }
}
