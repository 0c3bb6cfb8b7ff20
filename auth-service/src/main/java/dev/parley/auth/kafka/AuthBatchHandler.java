package dev.parley.auth.kafka;

import dev.parley.auth.Arrival;
import dev.parley.auth.Outcome;
import dev.parley.auth.request.AuthService;
import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.consumer.BatchHandler;
import dev.parley.contracts.consumer.Received;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Spreads a batch over the lanes of its accounts, and reports it done when all is answered.
///
/// Order rests on the key of `parley.auth`, the account. A repeated record is handled again to the
/// same end: see [dev.parley.auth.account]. A batch fails only if its audit cannot be stored. A
/// request that has waited for its turn for 5 s, behind others of its account, is refused: the loop
/// gives a batch 15 s, and who asked waits 10 s.
@Singleton
final class AuthBatchHandler implements BatchHandler<AuthRecord> {
  private static final Duration TURN_LIMIT = Duration.ofSeconds(5);

  private final AuthService service;
  private final ReplyPublisher replies;
  private final AuditPublisher audit;
  private final Duration turnLimit;
  private final AccountLanes lanes = new AccountLanes();

  @Inject
  AuthBatchHandler(AuthService service, ReplyPublisher replies, AuditPublisher audit) {
    this(service, replies, audit, TURN_LIMIT);
  }

  AuthBatchHandler(
      AuthService service, ReplyPublisher replies, AuditPublisher audit, Duration turnLimit) {
    this.service = service;
    this.replies = replies;
    this.audit = audit;
    this.turnLimit = turnLimit;
  }

  @Override
  public CompletableFuture<?> onBatch(List<Received<AuthRecord>> batch) {
    long deadline = System.nanoTime() + turnLimit.toNanos();
    List<CompletableFuture<Answered>> lanesOfBatch =
        batch.stream()
            .map(received ->
                lanes.run(received.record().account(), () -> answer(received, deadline)))
            .toList();
    return all(lanesOfBatch).thenCompose(this::conclude);
  }

  private record Answered(Handled handled, CompletableFuture<Void> replied) {}

  private Answered answer(Received<AuthRecord> received, long deadline) {
    AuthRecord request = received.record();
    Arrival arrival =
        new Arrival(
            received.source().partition(), received.offset(), Instant.ofEpochMilli(received.at()));
    Outcome outcome =
        System.nanoTime() - deadline > 0
            ? service.decline(request)
            : service.handle(request, arrival);
    return new Answered(
        new Handled(received, outcome), replies.publish(request.replyTo(), outcome.reply()));
  }

  private CompletableFuture<Void> conclude(List<Answered> answered) {
    CompletableFuture<Void> audited =
        audit.publish(answered.stream().map(Answered::handled).toList());
    return CompletableFuture.allOf(audited, all(answered.stream().map(Answered::replied).toList()));
  }

  private static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> parts) {
    return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
        .thenApply(_ -> parts.stream().map(CompletableFuture::join).toList());
  }

  @PreDestroy
  void close() {
    lanes.close();
  }
}
