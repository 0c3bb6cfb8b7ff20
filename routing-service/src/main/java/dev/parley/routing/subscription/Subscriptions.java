package dev.parley.routing.subscription;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// Which gateways want the entries of which conversations. Soft state: nothing of it is stored, and
/// a new owner of a partition starts without any.
///
/// Belongs to the thread of the batches. As large as the gateways' wishes: a gateway holds those of
/// its sessions, and all wishes of a gateway end with it.
@Singleton
public final class Subscriptions {
  private final Map<String, Interest> interests = new HashMap<>();
  private final AtomicInteger conversations = new AtomicInteger();

  private record Interest(int partition, Set<String> gateways) {}

  /// Makes an empty collection.
  public Subscriptions() {}

  /// {@return ids of the gateways that want the conversation's entries}
  ///
  /// @param conversation conversation id
  public Set<String> of(String conversation) {
    Interest interest = interests.get(conversation);
    return interest == null ? Set.of() : interest.gateways;
  }

  /// {@return number of conversations that some gateway wants; for any thread}
  public int conversations() {
    return conversations.get();
  }

  /// Forgets all of the partitions, which have other owners now.
  ///
  /// @param partitions numbers of partitions
  public void dropPartitions(Collection<Integer> partitions) {
    interests.values().removeIf(interest -> partitions.contains(interest.partition));
    count();
  }

  /// Forgets all of some gateways.
  ///
  /// @param gateways ids of gateways that are gone
  public void dropGateways(Collection<String> gateways) {
    interests
        .values()
        .removeIf(interest -> {
          interest.gateways.removeAll(gateways);
          return interest.gateways.isEmpty();
        });
    count();
  }

  void begin(String conversation, int partition, String gateway) {
    interests
        .computeIfAbsent(conversation, _ -> new Interest(partition, new LinkedHashSet<>(2)))
        .gateways
        .add(gateway);
    count();
  }

  void end(String conversation, String gateway) {
    interests.computeIfPresent(
        conversation,
        (_, interest) -> {
          interest.gateways.remove(gateway);
          return interest.gateways.isEmpty() ? null : interest;
        });
    count();
  }

  private void count() {
    conversations.set(interests.size());
  }
}
