package dev.parley.gateway.request;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.DoorConnection;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.limit.LimitConfig;
import dev.parley.gateway.limit.RateLimits;
import dev.parley.gateway.session.ConnectionState.Closing;
import dev.parley.gateway.session.Session;
import io.quarkus.logging.Log;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The requests of one connection on their way: replies leave in the order of the requests.
///
/// Messages overlap: the next is taken up while earlier ones wait for their acknowledgement. Every
/// other request waits until all before it are answered, so a script reads its own writes. One that
/// gets no answer is done at once. At most `maxPipelined` are held; above that the connection is
/// not read. Confined to the event loop.
public final class RequestPipeline {
  private final VerbTable verbs;
  private final Caller caller;
  private final SessionEnd sessionEnd;
  private final RequestMetrics metrics;
  private final LongSupplier clock;
  private final int maxPipelined;
  private final Deque<Slot> answering = new ArrayDeque<>(2);
  private final Deque<Request> waiting = new ArrayDeque<>(2);
  private boolean paused;

  /// Ends a session; see `Sessions.end`.
  @FunctionalInterface
  public interface SessionEnd {
    /// Ends a session.
    ///
    /// @param session the session
    /// @param reason why
    /// @return completes when it has ended
    CompletableFuture<Void> end(Session session, CloseReason reason);
  }

  private static final class Slot {
    private final boolean message;
    private @Nullable Reply reply;

    private Slot(boolean message) {
      this.message = message;
    }
  }

  RequestPipeline(
      DoorConnection connection,
      VerbTable verbs,
      SessionEnd sessionEnd,
      RequestMetrics metrics,
      LimitConfig limits,
      int maxPipelined,
      LongSupplier clock) {
    this.verbs = verbs;
    this.caller = new Caller(connection, new RateLimits(limits, clock.getAsLong()));
    this.sessionEnd = sessionEnd;
    this.metrics = metrics;
    this.clock = clock;
    this.maxPipelined = maxPipelined;
  }

  /// Takes the next request of the connection.
  ///
  /// @param request what was read
  public void onRequest(Request request) {
    if (request instanceof Request.Unanswered unanswered) {
      onUnanswered(unanswered);
      return;
    }
    caller.session().ifPresent(Session::onClientActivity);
    waiting.add(request);
    advance();
  }

  /// Tells that the client asks for nothing more: what it asked is still answered.
  ///
  /// @param reason whether the client has closed its side in order, or perhaps is gone
  public void onEndOfRequests(CloseReason reason) {
    waiting.add(new AccountRequest.Logout(reason));
    advance();
  }

  /// Tells that the connection is gone.
  ///
  /// @param reason why
  public void onClosed(CloseReason reason) {
    waiting.clear();
    caller.session().ifPresent(session -> sessionEnd.end(session, reason));
    caller.become(new Closing());
  }

  /// {@return whether a session was opened on this connection and has not ended}
  public boolean isLoggedIn() {
    return caller.session().isPresent();
  }

  private void onUnanswered(Request.Unanswered request) {
    handle(request)
        .whenComplete((reply, failure) -> {
          if (failure != null || reply instanceof Reply.Failed) {
            Log.debugf(
                "unanswered request failed connection=%s cause=%s",
                caller.connection().id(), failure == null ? reply : failure);
          }
        });
  }

  private void advance() {
    while (!waiting.isEmpty() && mayStart(waiting.getFirst())) {
      start(waiting.remove());
    }
    pauseIfFull();
  }

  private boolean mayStart(Request next) {
    return answering.isEmpty()
        || (next instanceof MessageRequest.SendMessage
            && answering.getLast().message
            && answering.size() < maxPipelined);
  }

  private void start(Request request) {
    Slot slot = new Slot(request instanceof MessageRequest.SendMessage);
    answering.add(slot);
    CompletableFuture<Reply> reply = handle(request);
    if (reply.isDone() && !reply.isCompletedExceptionally()) {
      onReply(slot, reply.join());
    } else {
      reply.whenComplete((value, failure) -> onReply(slot, value, failure));
    }
  }

  private CompletableFuture<Reply> handle(Request request) {
    try {
      checkRate(request);
      return verbs.handle(caller, request);
    } catch (RequestFailedException e) {
      return CompletableFuture.completedFuture(failed(e));
    }
  }

  private void checkRate(Request request) {
    long now = clock.getAsLong();
    long wait =
        request instanceof MessageRequest.SendMessage && caller.session().isPresent()
            ? caller.rates().message(caller.account(), now)
            : caller.rates().command(now);
    if (wait > 0) {
      throw new RequestFailedException(
          ErrorCode.RATE_LIMITED, "too fast; wait " + wait + " ms", wait);
    }
  }

  private void onReply(Slot slot, @Nullable Reply value, @Nullable Throwable failure) {
    onReply(slot, value != null ? value : failed(failure));
    advance();
  }

  private void onReply(Slot slot, Reply reply) {
    if (reply instanceof Reply.Failed failed) {
      metrics.rejected(failed.code());
    }
    slot.reply = reply;
    while (!answering.isEmpty() && answering.getFirst().reply != null) {
      Reply next = answering.remove().reply;
      if (next != null) {
        caller.connection().reply(next);
      }
    }
    if (answering.isEmpty()) {
      caller.replied();
    }
  }

  private static Reply.Failed failed(@Nullable Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return switch (cause) {
      case RequestFailedException e -> new Reply.Failed(e.code(), e.sentence(), e.detail());
      case java.util.concurrent.TimeoutException _ ->
          new Reply.Failed(ErrorCode.UNAVAILABLE, "no answer in time; try again");
      case null, default -> {
        Log.errorf(cause, "request failed");
        yield new Reply.Failed(ErrorCode.INTERNAL, "the server made a mistake; it was noted");
      }
    };
  }

  private void pauseIfFull() {
    boolean full = answering.size() + waiting.size() >= maxPipelined;
    if (full != paused) {
      paused = full;
      caller.connection().pauseReading(full);
    }
  }
}
