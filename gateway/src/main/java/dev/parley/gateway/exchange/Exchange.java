package dev.parley.gateway.exchange;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.presence.PresenceRecord;
import dev.parley.contracts.query.QueryRecord;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Requests under way to the services, each with who waits for its answer.
///
/// The number of requests is bounded; every one ends, at the latest by its deadline. Futures
/// complete on the asker's event loop. Safe for use by many threads.
public final class Exchange {
  @FunctionalInterface
  private interface Sender {
    void send(ReplyTo replyTo, RecordPublisher.Failed failed);
  }

  private final String gateway;
  private final RecordPublisher records;
  private final long deadlineNanos;
  private final int maxPending;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, Pending<?>> pending = new ConcurrentHashMap<>();

  private record Pending<R>(
      Class<R> expected, CompletableFuture<R> answer, Executor loop, long deadline) {}

  /// Makes an exchange with nothing under way.
  ///
  /// @param gateway id of this gateway, where answers go
  /// @param records writes the requests
  /// @param deadline longest wait for an answer
  /// @param maxPending most requests under way; one more is refused at once
  public Exchange(String gateway, RecordPublisher records, Duration deadline, int maxPending) {
    this.gateway = gateway;
    this.records = records;
    this.deadlineNanos = deadline.toNanos();
    this.maxPending = maxPending;
  }

  /// Asks auth-service.
  ///
  /// @param <R> kind of the expected answer
  /// @param loop where the future completes
  /// @param expected kind of the expected answer
  /// @param request makes the record
  /// @return the answer; fails with a [RequestFailedException] if the service refuses, if the
  ///   request cannot be written, or if no answer comes in time
  public <R> CompletableFuture<R> askAuth(
      Executor loop, Class<R> expected, Function<ReplyTo, AuthRecord> request) {
    return ask(loop, expected, (replyTo, failed) -> records.toAuth(request.apply(replyTo), failed));
  }

  /// Asks presence-service; answers as [#askAuth] does.
  ///
  /// @param <R> kind of the expected answer
  /// @param loop where the future completes
  /// @param account handle that the request is ordered by
  /// @param expected kind of the expected answer
  /// @param request makes the record
  /// @return the answer
  public <R> CompletableFuture<R> askPresence(
      Executor loop, String account, Class<R> expected, Function<ReplyTo, PresenceRecord> request) {
    return ask(
        loop,
        expected,
        (replyTo, failed) -> records.toPresence(account, request.apply(replyTo), failed));
  }

  /// Asks the owner of a conversation, in the order of its log; answers as [#askAuth] does.
  ///
  /// @param <R> kind of the expected answer
  /// @param loop where the future completes
  /// @param conversation conversation id
  /// @param expected kind of the expected answer
  /// @param request makes the record
  /// @return the answer
  public <R> CompletableFuture<R> askConversation(
      Executor loop,
      String conversation,
      Class<R> expected,
      Function<ReplyTo, ConversationRecord> request) {
    return askConversation(loop, conversation, expected, request, null);
  }

  /// Asks the owner of a conversation, in the order of its log; answers as [#askAuth] does.
  ///
  /// @param <R> kind of the expected answer
  /// @param loop where the future completes
  /// @param conversation conversation id
  /// @param expected kind of the expected answer
  /// @param request makes the record
  /// @param followed the trace that the record belongs to, or `null` if nobody follows it
  /// @return the answer
  public <R> CompletableFuture<R> askConversation(
      Executor loop,
      String conversation,
      Class<R> expected,
      Function<ReplyTo, ConversationRecord> request,
      @Nullable Publishing followed) {
    return ask(
        loop,
        expected,
        (replyTo, failed) ->
            records.toConversation(conversation, request.apply(replyTo), failed, followed));
  }

  /// Asks the owner of a partition; answers as [#askAuth] does.
  ///
  /// @param <R> kind of the expected answer
  /// @param loop where the future completes
  /// @param partition number of the partition
  /// @param expected kind of the expected answer
  /// @param request makes the record
  /// @return the answer
  public <R> CompletableFuture<R> askPartition(
      Executor loop,
      int partition,
      Class<R> expected,
      Function<ReplyTo, ConversationRecord> request) {
    return ask(
        loop,
        expected,
        (replyTo, failed) -> records.toPartition(partition, request.apply(replyTo), failed));
  }

  /// Asks for a read; answers as [#askAuth] does.
  ///
  /// @param <R> kind of the expected answer
  /// @param loop where the future completes
  /// @param session id of the session that reads
  /// @param expected kind of the expected answer
  /// @param request makes the record
  /// @return the answer
  public <R> CompletableFuture<R> askQuery(
      Executor loop, String session, Class<R> expected, Function<ReplyTo, QueryRecord> request) {
    return ask(
        loop,
        expected,
        (replyTo, failed) -> records.toQueries(session, request.apply(replyTo), failed));
  }

  private <R> CompletableFuture<R> ask(Executor loop, Class<R> expected, Sender sender) {
    if (pending.size() >= maxPending) {
      return CompletableFuture.failedFuture(overloaded());
    }
    long number = numbers.incrementAndGet();
    CompletableFuture<R> answer = new CompletableFuture<>();
    pending.put(number, new Pending<>(expected, answer, loop, System.nanoTime() + deadlineNanos));
    ReplyTo replyTo = new ReplyTo(gateway, number);
    Log.tracef("asked correlation=%s expects=%s", replyTo, expected.getSimpleName());
    sender.send(replyTo, _ -> fail(number));
    return answer;
  }

  /// Takes an answer from the log; one that nobody waits for is dropped.
  ///
  /// @param reply the answer
  /// @param turns where the completion is put
  public void onReply(Reply reply, LoopTurns turns) {
    complete(reply.request(), reply, turns);
  }

  /// Takes an acknowledgement from the log; one that nobody waits for is dropped.
  ///
  /// @param acknowledged the acknowledgement
  /// @param turns where the completion is put
  public void onAcknowledged(Acknowledged acknowledged, LoopTurns turns) {
    complete(acknowledged.request(), acknowledged, turns);
  }

  /// Ends the requests whose deadline has passed. To be called several times a second.
  public void expire() {
    long now = System.nanoTime();
    pending.forEach((number, waiting) -> {
      if (now - waiting.deadline >= 0) {
        fail(number);
      }
    });
  }

  /// {@return number of requests under way}
  public int pending() {
    return pending.size();
  }

  private void complete(long number, Object answer, LoopTurns turns) {
    Pending<?> waiting = pending.remove(number);
    if (waiting != null) {
      Log.tracef("answered correlation=%s/%d", gateway, number);
      turns.add(waiting.loop, () -> complete(waiting, answer));
    }
  }

  private static <R> void complete(Pending<R> waiting, Object answer) {
    if (waiting.expected.isInstance(answer)) {
      waiting.answer.complete(waiting.expected.cast(answer));
    } else if (answer instanceof Refused refused) {
      waiting.answer.completeExceptionally(
          new RequestFailedException(refused.code(), refused.message(), refused.detail()));
    } else {
      waiting.answer.completeExceptionally(unexpected());
    }
  }

  private void fail(long number) {
    @Nullable Pending<?> waiting = pending.remove(number);
    if (waiting != null) {
      Log.debugf("not answered correlation=%s/%d", gateway, number);
      waiting.loop.execute(() -> waiting.answer.completeExceptionally(unconfirmed()));
    }
  }

  private static RequestFailedException unconfirmed() {
    return new RequestFailedException(
        ErrorCode.UNAVAILABLE, "no answer in time; it may or may not have been done");
  }

  private static RequestFailedException overloaded() {
    return new RequestFailedException(ErrorCode.UNAVAILABLE, "the server is busy; try again");
  }

  private static RequestFailedException unexpected() {
    return new RequestFailedException(
        ErrorCode.INTERNAL, "the server gave an answer it should not");
  }
}
