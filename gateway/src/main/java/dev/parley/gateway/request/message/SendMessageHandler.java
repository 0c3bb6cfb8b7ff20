package dev.parley.gateway.request.message;

import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.request.RequestMetrics;
import dev.parley.gateway.session.Session;
import io.quarkus.logging.Log;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/// `message` and `broadcast`: takes a message to the log, and answers with the seq it has there.
public final class SendMessageHandler implements RequestHandler<Request.SendMessage> {
  private final Exchange exchange;
  private final RequestMetrics metrics;
  private final LongSupplier clock;

  /// Works through these.
  ///
  /// @param exchange asks the owner of the conversation
  /// @param metrics counts
  /// @param clock monotonic time in nanoseconds
  public SendMessageHandler(Exchange exchange, RequestMetrics metrics, LongSupplier clock) {
    this.exchange = exchange;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, Request.SendMessage request) {
    Session session = caller.requireSession();
    String conversation = request.target().conversation(session.account());
    String text = Texts.checked(request.text(), session, conversation);
    String messageId = session.clientMessageId(request.clientId());
    long start = clock.getAsLong();
    metrics.posted();
    return exchange
        .askConversation(
            caller.loop(),
            conversation,
            Acknowledged.class,
            replyTo -> {
              Log.tracef(
                  "posting correlation=%s session=%s conversation=%s size=%d",
                  replyTo, session.id(), conversation, text.length());
              return new Post(
                  conversation, session.account(), messageId, text, replyTo, request.answers());
            })
        .thenApply(stored -> {
          metrics.acknowledged(clock.getAsLong() - start);
          return new Reply.Posted(
              conversation, session.account(), request.broadcast(), stored.seq(), stored.at());
        });
  }
}
