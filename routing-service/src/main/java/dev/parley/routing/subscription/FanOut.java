package dev.parley.routing.subscription;

import dev.parley.contracts.conversation.Entry;
import dev.parley.routing.delivery.Effects;
import dev.parley.routing.delivery.GatewayOutbox;
import dev.parley.routing.delivery.Outgoing;
import dev.parley.routing.delivery.SubscriptionChange;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sorts what a batch makes known by gateway: one record for each, however many members sit behind
/// it and however many conversations they share.
///
/// The order for a gateway is: answers to its subscriptions, then entries above what those told,
/// with acknowledgements, then answers to requests.
@Singleton
public final class FanOut {
  private final Subscriptions subscriptions;

  /// Prepares the fan-out.
  ///
  /// @param subscriptions who wants what
  public FanOut(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  /// Sorts the effects of one committed batch.
  ///
  /// @param effects the effects; their subscriptions hold already
  /// @param answers answers to those subscriptions
  /// @param storedAt when the batch was committed, epoch milliseconds, or `null` if not known
  /// @return what goes out, in order for each gateway
  public List<Outgoing> route(Effects effects, List<Outgoing> answers, @Nullable Long storedAt) {
    Outboxes outboxes = new Outboxes(storedAt);
    answers.forEach(answer -> outboxes.of(answer.gateway()).add(answer.record()));
    Map<Pair, Long> told = told(effects.subscriptions());
    effects
        .entries()
        .forEach((conversation, entries) -> {
          Set<String> gateways = subscriptions.of(conversation);
          for (String gateway : gateways) {
            long above =
                told.isEmpty() ? 0 : told.getOrDefault(new Pair(conversation, gateway), 0L);
            outboxes.of(gateway).add(conversation, above(above, entries));
          }
        });
    effects
        .acknowledged()
        .forEach(each -> outboxes.of(each.replyTo().gateway()).add(each.content()));
    effects.replies().forEach(each -> outboxes.of(each.replyTo().gateway()).add(each.content()));
    return outboxes.outgoing();
  }

  private record Pair(String conversation, String gateway) {}

  /// Up to which seq the answers of this batch told of conversations.
  private static Map<Pair, Long> told(List<SubscriptionChange> changes) {
    Map<Pair, Long> told = new HashMap<>();
    for (SubscriptionChange change : changes) {
      if (change instanceof SubscriptionChange.Begin begin) {
        told.put(new Pair(begin.conversation(), begin.gateway()), begin.upTo());
      }
    }
    return told;
  }

  private static List<Entry> above(long seq, List<Entry> entries) {
    if (entries.getFirst().seq() > seq) {
      return entries;
    }
    return entries.stream().filter(entry -> entry.seq() > seq).toList();
  }

  /// One outbox for each gateway that is told something.
  private record Outboxes(@Nullable Long storedAt, Map<String, GatewayOutbox> byGateway) {
    Outboxes(@Nullable Long storedAt) {
      this(storedAt, new LinkedHashMap<>());
    }

    GatewayOutbox of(String gateway) {
      return byGateway.computeIfAbsent(gateway, _ -> new GatewayOutbox(storedAt));
    }

    List<Outgoing> outgoing() {
      List<Outgoing> all = new ArrayList<>();
      byGateway.forEach((gateway, outbox) ->
          outbox.records().forEach(record -> all.add(new Outgoing(gateway, record))));
      return all;
    }
  }
}
