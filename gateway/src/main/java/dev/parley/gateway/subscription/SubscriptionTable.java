package dev.parley.gateway.subscription;

import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.contracts.delivery.Subscribed;
import dev.parley.contracts.presence.Typing;
import dev.parley.gateway.exchange.LoopTurns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// All subscriptions of this gateway. Safe for use by many threads.
///
/// Each conversation is subscribed to once, however many sessions read it. One that nobody reads
/// any more is given up after a while.
public final class SubscriptionTable {
  private static final int MAX_PER_RECORD = 1_000;
  private static final long ANSWER_LIMIT_NANOS = Duration.ofSeconds(5).toNanos();
  private static final long IDLE_LIMIT_NANOS = Duration.ofSeconds(30).toNanos();

  private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
  private final SubscriptionPublisher publisher;
  private final LongSupplier clock;

  /// Starts empty.
  ///
  /// @param publisher tells the owners
  /// @param clock monotonic time in nanoseconds
  public SubscriptionTable(SubscriptionPublisher publisher, LongSupplier clock) {
    this.publisher = publisher;
    this.clock = clock;
  }

  /// Attaches readers to conversations, and subscribes to those not held yet, with one record for
  /// each partition.
  ///
  /// @param subscribers per conversation who reads it
  /// @return the subscriptions, in the same order
  public List<Subscription> attach(Map<String, ? extends Subscriber> subscribers) {
    List<Subscription> attached = new ArrayList<>(subscribers.size());
    List<Subscription> fresh = new ArrayList<>();
    subscribers.forEach(
        (conversation, subscriber) -> attached.add(attach(conversation, subscriber, fresh)));
    ask(fresh);
    return attached;
  }

  /// Detaches a reader; does nothing if it is not attached.
  ///
  /// @param conversation conversation id
  /// @param subscriber who read it
  public void detach(String conversation, Subscriber subscriber) {
    Subscription subscription = subscriptions.get(conversation);
    if (subscription != null) {
      subscription.detach(subscriber, clock.getAsLong());
    }
  }

  /// Takes the owner's answer to a subscribe.
  ///
  /// @param answer the answer
  /// @param turns where deliveries are put
  public void onSubscribed(Subscribed answer, LoopTurns turns) {
    Subscription subscription = subscriptions.get(answer.conversation());
    if (subscription != null && subscription.onSubscribed(answer, clock.getAsLong(), turns)) {
      ask(List.of(subscription));
    }
  }

  /// Takes new entries from the owner.
  ///
  /// @param entries entries of one conversation
  /// @param turns where deliveries are put
  public void onEntries(ConversationEntries entries, LoopTurns turns) {
    Subscription subscription = subscriptions.get(entries.conversation());
    if (subscription != null
        && subscription.onEntries(entries.entries(), clock.getAsLong(), turns)) {
      ask(List.of(subscription));
    }
  }

  /// Takes the news that somebody is writing.
  ///
  /// @param typing who, and where
  /// @param turns where it is put for the readers
  public void onTyping(Typing typing, LoopTurns turns) {
    Subscription subscription = subscriptions.get(typing.conversation());
    if (subscription != null) {
      subscription.onTyping(typing.account(), turns);
    }
  }

  /// Subscribes again to everything of a partition, each from the position it has reached.
  ///
  /// @param partition number of the partition that has a new owner
  public void onOwnerChanged(int partition) {
    List<Subscription> concerned =
        subscriptions.values().stream()
            .filter(s -> publisher.partitionOf(s.conversation()) == partition)
            .toList();
    concerned.forEach(Subscription::onOwnerChanged);
    ask(concerned);
  }

  /// Asks again where an answer is overdue, and gives up what nobody reads. To be called every
  /// second or so.
  public void sweep() {
    long now = clock.getAsLong();
    ask(subscriptions.values().stream().filter(s -> s.isOverdue(now, ANSWER_LIMIT_NANOS)).toList());
    giveUpIdle(now);
  }

  /// {@return number of conversations subscribed to}
  public int size() {
    return subscriptions.size();
  }

  private Subscription attach(
      String conversation, Subscriber subscriber, List<Subscription> fresh) {
    return subscriptions.compute(
        conversation,
        (_, held) -> {
          Subscription subscription = held;
          if (subscription == null) {
            subscription = new Subscription(conversation, clock.getAsLong());
            fresh.add(subscription);
          }
          subscription.attach(subscriber);
          return subscription;
        });
  }

  private void giveUpIdle(long now) {
    Map<Integer, List<String>> byPartition = new HashMap<>();
    for (String conversation : subscriptions.keySet()) {
      subscriptions.computeIfPresent(
          conversation,
          (_, subscription) -> {
            if (!subscription.isIdle(now, IDLE_LIMIT_NANOS)) {
              return subscription;
            }
            byPartition
                .computeIfAbsent(publisher.partitionOf(conversation), _ -> new ArrayList<>())
                .add(conversation);
            return null;
          });
    }
    byPartition.forEach(publisher::unsubscribe);
  }

  private void ask(Collection<Subscription> wanted) {
    long now = clock.getAsLong();
    Map<Integer, Map<String, Long>> byPartition = new HashMap<>();
    for (Subscription subscription : wanted) {
      int partition = publisher.partitionOf(subscription.conversation());
      Map<String, Long> after = byPartition.computeIfAbsent(partition, _ -> new HashMap<>());
      after.put(subscription.conversation(), subscription.askFrom(now));
      if (after.size() == MAX_PER_RECORD) {
        publisher.subscribe(partition, Map.copyOf(after));
        after.clear();
      }
    }
    byPartition.forEach((partition, after) -> {
      if (!after.isEmpty()) {
        publisher.subscribe(partition, after);
      }
    });
  }
}
