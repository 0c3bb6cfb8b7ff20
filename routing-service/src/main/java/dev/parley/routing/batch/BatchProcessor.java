package dev.parley.routing.batch;

import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.routing.account.AccountLookup;
import dev.parley.routing.account.Accounts;
import dev.parley.routing.conversation.LogRecord;
import dev.parley.routing.delivery.LostGateways;
import dev.parley.routing.ownership.Partitions;
import dev.parley.routing.subscription.Subscriptions;
import dev.parley.routing.trace.BatchTrace;
import dev.parley.routing.trace.BatchTraces;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Takes a poll of `parley.conversations` as one batch: stores it in one transaction, then sends
/// its effects.
///
/// A repeated batch is safe at any point: records below the fence are not stored again, but their
/// effects are sent again. Runs on the thread of the poll loop, and is the only writer there.
@Singleton
public final class BatchProcessor {
  /// With a lost fence and a met entry a batch takes three tries; more means that somebody writes
  /// to the same partition all the time.
  private static final int MAX_TRIES = 5;

  private final Partitions partitions;
  private final RecordHandlers handlers;
  private final LogStore store;
  private final Accounts accounts;
  private final AccountLookup accountLookup;
  private final Subscriptions subscriptions;
  private final LostGateways lostGateways;
  private final EffectsSender sender;
  private final BatchTraces traces;
  private final InstantSource clock;
  private final BatchMetrics metrics;

  /// Prepares the processor.
  ///
  /// @param partitions what this instance owns
  /// @param handlers how records are applied
  /// @param store where conversations are stored
  /// @param accounts which accounts exist
  /// @param accountLookup waits for those that are not known yet
  /// @param subscriptions end with their gateway
  /// @param lostGateways gateways that are gone
  /// @param sender sends effects after the commit
  /// @param traces tells of messages that are followed
  /// @param clock what time it is; enters nothing that is stored
  /// @param metrics what is counted
  public BatchProcessor(
      Partitions partitions,
      RecordHandlers handlers,
      LogStore store,
      Accounts accounts,
      AccountLookup accountLookup,
      Subscriptions subscriptions,
      LostGateways lostGateways,
      EffectsSender sender,
      BatchTraces traces,
      InstantSource clock,
      BatchMetrics metrics) {
    this.partitions = partitions;
    this.handlers = handlers;
    this.store = store;
    this.accounts = accounts;
    this.accountLookup = accountLookup;
    this.subscriptions = subscriptions;
    this.lostGateways = lostGateways;
    this.sender = sender;
    this.traces = traces;
    this.clock = clock;
    this.metrics = metrics;
  }

  /// Stores a batch and begins to send its effects.
  ///
  /// @param batch records in the order of each partition
  /// @return completes when all effects are acknowledged
  /// @throws TemporaryFaultException if the batch must be handled again later
  /// @throws RuntimeException if a record of it can never be applied
  public CompletableFuture<Void> process(List<LogRecord> batch) {
    long start = System.nanoTime();
    BatchTrace trace = traces.of(batch);
    partitions.retryAnnouncements();
    List<String> gone = lostGateways.takeNews();
    if (!gone.isEmpty()) {
      subscriptions.dropGateways(gone);
    }
    Attempt done = store(batch);
    // What was stored before was not stored now.
    Long storedAt = done.repeated() == 0 ? clock.millis() : null;
    trace.onStored(done.effects());
    CompletableFuture<Void> sent = sender.send(done.effects(), storedAt, trace);
    metrics.batch(batch.size(), done, System.nanoTime() - start);
    return sent;
  }

  /// Stores a batch once more, from a log that was read before, and sends nothing.
  ///
  /// @param batch records in the order of each partition
  /// @throws TemporaryFaultException if the batch was not stored
  /// @throws RuntimeException if a record of it can never be applied
  public void replay(List<LogRecord> batch) {
    store(batch);
  }

  private Attempt store(List<LogRecord> batch) {
    boolean complete = false;
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      partitions.open(numbers(batch));
      Attempt attempt = new Attempt(batch, complete, partitions, handlers, accounts);
      accountLookup.await(attempt.prepare());
      switch (attempt.run(store)) {
        case CommitResult.Committed() -> {
          return attempt;
        }
        case CommitResult.EntryMet() -> complete = true;
        case CommitResult.FenceLost(Set<Integer> lost) -> onFenceLost(lost);
      }
    }
    throw new TemporaryFaultException(
        "batch not stored", new IllegalStateException("gave up after " + MAX_TRIES + " tries"));
  }

  private void onFenceLost(Set<Integer> lost) {
    Log.warnf("fence lost, another owner has been here partition=%s", lost);
    metrics.fenceLost();
    partitions.reset(lost);
  }

  private static Set<Integer> numbers(List<LogRecord> batch) {
    Set<Integer> numbers = new HashSet<>();
    batch.forEach(each -> numbers.add(each.cause().partition()));
    return numbers;
  }
}
