package dev.parley.gateway.request.message;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.file.FileClaims;
import dev.parley.gateway.hop.HopLog;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.request.RequestMetrics;
import dev.parley.gateway.session.Session;
import dev.parley.gateway.trace.MessageTrace;
import dev.parley.gateway.trace.MessageTraces;
import io.quarkus.logging.Log;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// `message` and `broadcast`: takes a message to the log, and answers with the seq it has there. A
/// file is claimed for it before, and given back if the message is refused.
public final class SendMessageHandler implements RequestHandler<MessageRequest.SendMessage> {
  private final Exchange exchange;
  private final HopLog hops;
  private final MessageTraces traces;
  private final RequestMetrics metrics;
  private final LongSupplier clock;
  private final FileClaims files;

  /// Works through these.
  ///
  /// @param exchange asks the owner of the conversation
  /// @param hops remembers when the message came
  /// @param traces chooses messages to follow
  /// @param metrics counts
  /// @param clock monotonic time in nanoseconds
  /// @param files binds files to messages
  public SendMessageHandler(
      Exchange exchange,
      HopLog hops,
      MessageTraces traces,
      RequestMetrics metrics,
      LongSupplier clock,
      FileClaims files) {
    this.exchange = exchange;
    this.hops = hops;
    this.traces = traces;
    this.metrics = metrics;
    this.clock = clock;
    this.files = files;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, MessageRequest.SendMessage request) {
    Session session = caller.requireSession();
    String conversation = request.target().conversation(session.account());
    String file = request.file();
    boolean isBare = file != null && request.text().isBlank();
    if (isBare) {
      session.requireClear(conversation);
    }
    String text = isBare ? "" : Texts.checked(request.text(), session, conversation);
    String messageId = session.clientMessageId(request.clientId());
    if (file == null) {
      return post(caller, session, request, new Words(conversation, messageId, text, null));
    }
    FileClaims.Message message = new FileClaims.Message(session.account(), conversation, messageId);
    return caller
        .onLoop(files.claim(file, message))
        .thenCompose(attachment -> {
          // Who cannot show a file shows its name, and search finds it.
          String words = text.isEmpty() ? attachment.name() : text;
          return post(
              caller, session, request, new Words(conversation, messageId, words, attachment));
        })
        .whenComplete((_, failure) -> files.settle(file, message, failure));
  }

  /// What is posted where.
  private record Words(
      String conversation, String messageId, String text, @Nullable Attachment attachment) {}

  private CompletableFuture<Reply> post(
      Caller caller, Session session, MessageRequest.SendMessage request, Words words) {
    long start = clock.getAsLong();
    long receivedAt = hops.now();
    metrics.posted();
    MessageTrace trace = traces.posted(session.connection().origin().door(), words.conversation);
    CompletableFuture<Acknowledged> acknowledged =
        exchange.askConversation(
            caller.loop(),
            words.conversation,
            Acknowledged.class,
            replyTo -> post(session, words, request, replyTo),
            trace == null ? null : trace.publish());
    if (trace != null) {
      follow(acknowledged, trace);
    }
    return acknowledged.thenApply(stored -> {
      metrics.acknowledged(clock.getAsLong() - start);
      hops.posted(words.conversation, stored.seq(), receivedAt);
      return new Reply.Posted(
          words.conversation,
          session.account(),
          request.broadcast(),
          stored.seq(),
          stored.at(),
          words.attachment);
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

  private static Post post(
      Session session, Words words, MessageRequest.SendMessage request, ReplyTo replyTo) {
    Log.tracef(
        "posting correlation=%s session=%s conversation=%s size=%d",
        replyTo, session.id(), words.conversation, words.text.length());
    return new Post(
        words.conversation,
        session.account(),
        words.messageId,
        words.text,
        replyTo,
        request.answers(),
        words.attachment);
  }
}
