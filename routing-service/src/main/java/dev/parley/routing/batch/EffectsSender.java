package dev.parley.routing.batch;

import dev.parley.contracts.audit.AuditBatch;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.topic.Topics;
import dev.parley.routing.delivery.Effects;
import dev.parley.routing.delivery.Outgoing;
import dev.parley.routing.delivery.Publisher;
import dev.parley.routing.search.IndexQueue;
import dev.parley.routing.subscription.FanOut;
import dev.parley.routing.subscription.SubscriptionAnswers;
import dev.parley.routing.trace.BatchTrace;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Sends the effects of a committed batch: to gateways first, since people wait there.
@Singleton
public final class EffectsSender {
  private static final String SERVICE = "routing-service";

  /// Keeps a record of the audit well below 1 MB.
  private static final int MAX_AUDIT_EVENTS = 2_000;

  private final SubscriptionAnswers subscriptionAnswers;
  private final FanOut fanOut;
  private final Publisher publisher;
  private final IndexQueue index;

  /// Prepares the sender.
  ///
  /// @param subscriptionAnswers answers subscriptions and makes them hold
  /// @param fanOut sorts by gateway
  /// @param publisher writes to the log
  /// @param index is told what is to be found by search later
  public EffectsSender(
      SubscriptionAnswers subscriptionAnswers,
      FanOut fanOut,
      Publisher publisher,
      IndexQueue index) {
    this.subscriptionAnswers = subscriptionAnswers;
    this.fanOut = fanOut;
    this.publisher = publisher;
    this.index = index;
  }

  /// Begins to send.
  ///
  /// @param effects effects of a committed batch
  /// @param storedAt when it was committed, epoch milliseconds, or `null` if not known
  /// @param trace its messages that are followed
  /// @return completes when all are acknowledged; fails if the batch must be handled again
  CompletableFuture<Void> send(Effects effects, @Nullable Long storedAt, BatchTrace trace) {
    List<Outgoing> answers = subscriptionAnswers.apply(effects.subscriptions());
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    fanOut
        .route(effects, answers, storedAt)
        .forEach(outgoing -> sent.add(publisher.toGateway(trace.mark(outgoing))));
    effects.informs().forEach(inform -> sent.add(publisher.inform(inform)));
    effects.audit().forEach((partition, events) -> audit(partition, events, sent));
    effects.withdrawn().forEach(file -> sent.add(publisher.withdraw(file)));
    index.note(effects.entries());
    log(effects);
    CompletableFuture<Void> all = CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
    return trace.isEmpty() ? all : all.whenComplete((_, _) -> trace.onSent());
  }

  private void audit(int partition, List<AuditEvent> events, List<CompletableFuture<Void>> sent) {
    for (int i = 0; i < events.size(); i += MAX_AUDIT_EVENTS) {
      List<AuditEvent> part = events.subList(i, Math.min(i + MAX_AUDIT_EVENTS, events.size()));
      sent.add(publisher.audit(new AuditBatch(SERVICE, Topics.CONVERSATIONS, partition, part)));
    }
  }

  private static void log(Effects effects) {
    if (Log.isTraceEnabled()) {
      effects
          .acknowledged()
          .forEach(each ->
              Log.tracef(
                  "message stored correlation=%s seq=%d", each.replyTo(), each.content().seq()));
    }
    if (Log.isDebugEnabled()) {
      effects.replies().forEach(EffectsSender::logReply);
    }
  }

  private static void logReply(Effects.Addressed<Reply> each) {
    if (each.content() instanceof Refused refused) {
      Log.debugf(
          "request refused correlation=%s cause=%s", each.replyTo(), refused.code().wireName());
    } else {
      Log.debugf("request done correlation=%s", each.replyTo());
    }
  }
}
