package dev.parley.routing.service;

import dev.parley.contracts.consumer.Closing;
import dev.parley.contracts.topic.StoppableStart;
import dev.parley.routing.account.Accounts;
import dev.parley.routing.account.kafka.AccountTail;
import dev.parley.routing.batch.kafka.ConversationLoop;
import dev.parley.routing.delivery.kafka.GatewayEvents;
import dev.parley.routing.history.kafka.QueryLoop;
import dev.parley.routing.ownership.InstanceId;
import dev.parley.routing.rebuild.Rebuild;
import dev.parley.routing.search.Indexer;
import dev.parley.routing.service.kafka.TopicsReady;
import dev.parley.routing.service.postgres.DurabilityCheck;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.Shutdown;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Starts the service's loops in order, and stops them.
///
/// What is missing at the start ends the process with a message; whoever supervises it starts it
/// again.
@Singleton
final class RoutingService {
  private static final Duration ACCOUNTS_LIMIT = Duration.ofSeconds(60);

  private final DurabilityCheck durability;
  private final TopicsReady topics;
  private final AccountTail accountTail;
  private final GatewayEvents gatewayEvents;
  private final ConversationLoop conversations;
  private final QueryLoop queries;
  private final Indexer indexer;
  private final Accounts accounts;
  private final InstanceId instance;
  private final Rebuild rebuild;

  RoutingService(
      DurabilityCheck durability,
      TopicsReady topics,
      AccountTail accountTail,
      GatewayEvents gatewayEvents,
      ConversationLoop conversations,
      QueryLoop queries,
      Indexer indexer,
      Accounts accounts,
      InstanceId instance,
      Rebuild rebuild) {
    this.durability = durability;
    this.topics = topics;
    this.accountTail = accountTail;
    this.gatewayEvents = gatewayEvents;
    this.conversations = conversations;
    this.queries = queries;
    this.indexer = indexer;
    this.accounts = accounts;
    this.instance = instance;
    this.rebuild = rebuild;
  }

  @Startup
  void start() {
    new StoppableStart().run(this::awaitOthers);
    if (rebuild.isWanted()) {
      // The whole life of a process that makes the tables again.
      rebuild.run();
      Quarkus.asyncExit(0);
      return;
    }
    conversations.start();
    queries.start();
    indexer.start();
    Log.infof("routing started owner=%s accounts=%d", instance.value(), accounts.count());
  }

  private void awaitOthers() {
    durability.check();
    topics.ensure();
    if (!rebuild.isWanted()) {
      gatewayEvents.start();
    }
    awaitAccounts();
  }

  private void awaitAccounts() {
    try {
      accountTail.start().get(ACCOUNTS_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the accounts cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading the accounts", e);
    }
  }

  /// The producers close after this: effects are acknowledged by then, or come again. An account
  /// that is asked for once its tail is closed is out of reach, not unknown.
  @Shutdown
  void stop() {
    Closing.atOnce(
        queries::stop, conversations::stop, indexer::stop, gatewayEvents::stop, accountTail::stop);
    Log.infof("routing stopped owner=%s", instance.value());
  }
}
