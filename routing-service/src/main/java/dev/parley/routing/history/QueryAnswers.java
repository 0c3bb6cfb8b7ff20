package dev.parley.routing.history;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.QueryRecord;
import dev.parley.routing.delivery.LostGateways;
import dev.parley.routing.delivery.Outgoing;
import dev.parley.routing.delivery.Publisher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Answers queries, each on a virtual thread of its own, a limited number at one time.
///
/// How many threads there are is limited by the poll loop: it waits when too many polls have not
/// been answered. A repeated query is answered again.
@Singleton
public final class QueryAnswers {
  /// With the limits of connection and transaction this stays below the 15 s in which the poll loop
  /// takes its queries for failed.
  private static final Duration QUEUE_LIMIT = Duration.ofSeconds(5);

  private final QueryHandlers handlers;
  private final HistoryStore store;
  private final Publisher publisher;
  private final LostGateways lost;
  private final Semaphore permits;
  private final Timer duration;

  /// Prepares the answers.
  ///
  /// @param handlers how queries are answered
  /// @param store one consistent state for each query
  /// @param publisher where answers go
  /// @param lost gateways that wait for nothing any more
  /// @param config how many at one time
  /// @param meters where the time is shown
  public QueryAnswers(
      QueryHandlers handlers,
      HistoryStore store,
      Publisher publisher,
      LostGateways lost,
      QueryConfig config,
      MeterRegistry meters) {
    this.handlers = handlers;
    this.store = store;
    this.publisher = publisher;
    this.lost = lost;
    this.permits = new Semaphore(config.concurrency());
    this.duration = meters.timer("parley_routing_query");
  }

  /// Begins to answer.
  ///
  /// @param query the query
  /// @return completes when the answer is acknowledged
  public CompletableFuture<Void> answer(QueryRecord query) {
    if (lost.contains(query.replyTo().gateway())) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> answered = new CompletableFuture<>();
    Thread.ofVirtual().name("query-" + query.replyTo()).start(() -> answer(query, answered));
    return answered;
  }

  private void answer(QueryRecord query, CompletableFuture<Void> answered) {
    Outgoing reply = new Outgoing(query.replyTo().gateway(), reply(query));
    Log.debugf("query answered correlation=%s", query.replyTo());
    CompletableFuture<Void> _ =
        publisher.toGateway(reply).whenComplete((_, failure) -> complete(answered, failure));
  }

  private static void complete(CompletableFuture<Void> future, @Nullable Throwable failure) {
    if (failure == null) {
      future.complete(null);
    } else {
      future.completeExceptionally(failure);
    }
  }

  /// Whatever goes wrong, somebody waits for an answer: this is the outermost level of its thread.
  private Reply reply(QueryRecord query) {
    try {
      if (!permits.tryAcquire(QUEUE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        Log.warnf("query waited too long correlation=%s", query.replyTo());
        return unavailable(query);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unavailable(query);
    }
    try {
      return duration.record(() -> store.inSnapshot(() -> handlers.of(query).answer(query)));
    } catch (RuntimeException e) {
      Log.warnf(e, "query failed correlation=%s", query.replyTo());
      return unavailable(query);
    } finally {
      permits.release();
    }
  }

  private static Reply unavailable(QueryRecord query) {
    return new Refused(
        query.replyTo().request(), ErrorCode.UNAVAILABLE, "please try again in a moment", 0);
  }
}
