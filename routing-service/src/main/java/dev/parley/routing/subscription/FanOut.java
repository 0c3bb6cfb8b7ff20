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
  /// @return what goes out, in order for each gateway
  public List<Outgoing> route(Effects effects, List<Outgoing> answers) {
    Map<String, GatewayOutbox> outboxes = new LinkedHashMap<>();
    answers.forEach(answer -> outbox(outboxes, answer.gateway()).add(answer.record()));
    Map<Pair, Long> told = told(effects.subscriptions());
    effects
        .entries()
        .forEach((conversation, entries) -> {
          Set<String> gateways = subscriptions.of(conversation);
          for (String gateway : gateways) {
            long above =
                told.isEmpty() ? 0 : told.getOrDefault(new Pair(conversation, gateway), 0L);
            outbox(outboxes, gateway).add(conversation, above(above, entries));
          }
        });
    effects
        .acknowledged()
        .forEach(each -> outbox(outboxes, each.replyTo().gateway()).add(each.content()));
    effects
        .replies()
        .forEach(each -> outbox(outboxes, each.replyTo().gateway()).add(each.content()));
    return outgoing(outboxes);
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

  private static GatewayOutbox outbox(Map<String, GatewayOutbox> outboxes, String gateway) {
    return outboxes.computeIfAbsent(gateway, _ -> new GatewayOutbox());
  }

  private static List<Outgoing> outgoing(Map<String, GatewayOutbox> outboxes) {
    List<Outgoing> all = new ArrayList<>();
    outboxes.forEach((gateway, outbox) ->
        outbox.records().forEach(record -> all.add(new Outgoing(gateway, record))));
    return all;
  }
}
