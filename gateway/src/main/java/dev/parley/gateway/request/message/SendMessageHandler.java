package dev.parley.gateway.request.message;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.hop.HopLog;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.request.RequestMetrics;
import dev.parley.gateway.session.Session;
import dev.parley.gateway.trace.MessageTrace;
import dev.parley.gateway.trace.MessageTraces;
import io.quarkus.logging.Log;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/// `message` and `broadcast`: takes a message to the log, and answers with the seq it has there.
public final class SendMessageHandler implements RequestHandler<Request.SendMessage> {
  private final Exchange exchange;
  private final HopLog hops;
  private final MessageTraces traces;
  private final RequestMetrics metrics;
  private final LongSupplier clock;

  /// Works through these.
  ///
  /// @param exchange asks the owner of the conversation
  /// @param hops remembers when the message came
  /// @param traces chooses messages to follow
  /// @param metrics counts
  /// @param clock monotonic time in nanoseconds
  public SendMessageHandler(
      Exchange exchange,
      HopLog hops,
      MessageTraces traces,
      RequestMetrics metrics,
      LongSupplier clock) {
    this.exchange = exchange;
    this.hops = hops;
    this.traces = traces;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, Request.SendMessage request) {
    Session session = caller.requireSession();
    String conversation = request.target().conversation(session.account());
    String text = Texts.checked(request.text());
    long start = clock.getAsLong();
    long receivedAt = hops.now();
    metrics.posted();
    MessageTrace trace = traces.posted(session.connection().origin().door(), conversation);
    CompletableFuture<Acknowledged> acknowledged =
        exchange.askConversation(
            caller.loop(),
            conversation,
            Acknowledged.class,
            replyTo -> post(session, conversation, text, request, replyTo),
            trace == null ? null : trace.publish());
    if (trace != null) {
      follow(acknowledged, trace);
    }
    return acknowledged.thenApply(stored -> {
      metrics.acknowledged(clock.getAsLong() - start);
      hops.posted(conversation, stored.seq(), receivedAt);
      return new Reply.Posted(
          conversation, session.account(), request.broadcast(), stored.seq(), stored.at());
    });
  }

  private static void follow(CompletableFuture<Acknowledged> acknowledged, MessageTrace trace) {
    acknowledged.whenComplete((stored, failure) -> {
      if (failure == null) {
        trace.onAcknowledged(stored.seq());
      } else {
        trace.onFailed(
            failure instanceof RequestFailedException refused
                ? refused.code().wireName()
                : "internal");
      }
    });
  }

  private Post post(
      Session session,
      String conversation,
      String text,
      Request.SendMessage request,
      ReplyTo replyTo) {
    Log.tracef(
        "posting correlation=%s session=%s conversation=%s size=%d",
        replyTo, session.id(), conversation, text.length());
    return new Post(
        conversation,
        session.account(),
        session.clientMessageId(request.clientId()),
        text,
        replyTo,
        request.answers());
  }
}
