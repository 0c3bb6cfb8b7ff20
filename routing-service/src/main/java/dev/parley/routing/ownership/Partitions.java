package dev.parley.routing.ownership;

import dev.parley.routing.conversation.ConversationConfig;
import dev.parley.routing.subscription.Subscriptions;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// The partitions of `parley.conversations` that this instance owns.
///
/// Nothing is read when a partition is assigned, since the database may be away at that moment: the
/// fence row is read with the first batch. Belongs to the thread of the batches.
@Singleton
public final class Partitions {
  private final Map<Integer, Partition> owned = new HashMap<>();
  private final Map<Integer, CompletableFuture<Void>> announcements = new HashMap<>();
  private final Fences fences;
  private final Subscriptions subscriptions;
  private final OwnershipAnnouncer announcer;
  private final int total;
  private final int cachePerPartition;

  /// Owns nothing yet.
  ///
  /// @param fences where fence rows are read
  /// @param subscriptions end with the ownership of their partition
  /// @param announcer tells the gateways of a new owner
  /// @param config how much is kept in memory
  /// @param topics number of partitions
  public Partitions(
      Fences fences,
      Subscriptions subscriptions,
      OwnershipAnnouncer announcer,
      ConversationConfig config,
      TopicsConfig topics) {
    this.fences = fences;
    this.subscriptions = subscriptions;
    this.announcer = announcer;
    this.total = topics.partitions();
    this.cachePerPartition = Math.max(1, config.cache() / total);
  }

  /// Takes over partitions, of which nothing is known yet, and announces that.
  ///
  /// @param partitions their numbers
  public void onAssigned(Collection<Integer> partitions) {
    Log.infof("partitions assigned partition=%s", partitions);
    forget(partitions);
    partitions.forEach(number -> announcements.put(number, announcer.announce(number)));
  }

  /// Gives partitions up.
  ///
  /// @param partitions their numbers
  public void onRevoked(Collection<Integer> partitions) {
    Log.infof("partitions revoked partition=%s", partitions);
    forget(partitions);
    announcements.keySet().removeAll(partitions);
  }

  /// Announces again where that failed. While it is not announced, nobody subscribes.
  public void retryAnnouncements() {
    announcements.replaceAll(
        (number, last) -> last.isCompletedExceptionally() ? announcer.announce(number) : last);
    announcements.values().removeIf(last -> last.isDone() && !last.isCompletedExceptionally());
  }

  /// {@return number of partitions of the topic, whoever owns them}
  public int total() {
    return total;
  }

  /// {@return a partition that was opened}
  ///
  /// @param number its number
  public Partition get(int number) {
    Partition partition = owned.get(number);
    if (partition == null) {
      throw new IllegalStateException("not opened: partition " + number);
    }
    return partition;
  }

  /// Reads the fence rows of those partitions that are not known.
  ///
  /// @param partitions numbers of partitions
  /// @throws dev.parley.contracts.consumer.TemporaryFaultException if the database is out of reach
  public void open(Collection<Integer> partitions) {
    Set<Integer> unknown = new HashSet<>(partitions);
    unknown.removeAll(owned.keySet());
    if (!unknown.isEmpty()) {
      fences
          .read(unknown)
          .forEach(
              (number, next) -> owned.put(number, new Partition(number, next, cachePerPartition)));
    }
  }

  /// Forgets what is known of partitions in which another owner has been; subscriptions still hold,
  /// for every record still comes by here.
  ///
  /// @param partitions numbers of partitions
  public void reset(Collection<Integer> partitions) {
    owned.keySet().removeAll(partitions);
  }

  private void forget(Collection<Integer> partitions) {
    reset(partitions);
    subscriptions.dropPartitions(partitions);
  }
}
