package dev.parley.gateway.request.message;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.MessageText;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RequestFailedException;
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
    String text = text(request);
    String messageId = session.nextClientMessageId();
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
              return new Post(conversation, session.account(), messageId, text, replyTo);
            })
        .thenApply(stored -> {
          metrics.acknowledged(clock.getAsLong() - start);
          return new Reply.Posted(
              conversation, session.account(), request.broadcast(), stored.seq(), stored.at());
        });
  }

  private static String text(Request.SendMessage request) {
    String text = MessageText.clean(request.text());
    if (text.isBlank()) {
      throw new RequestFailedException(ErrorCode.BAD_COMMAND, "the message has no text");
    }
    if (text.length() > MessageText.MAX_LENGTH
        && MessageText.length(text) > MessageText.MAX_LENGTH) {
      throw new RequestFailedException(
          ErrorCode.TOO_LONG, "a message has at most " + MessageText.MAX_LENGTH + " characters");
    }
    return text;
  }
}
