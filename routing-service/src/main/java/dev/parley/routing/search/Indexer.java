package dev.parley.routing.search;

import dev.parley.contracts.topic.Topics;
import dev.parley.routing.ownership.TopicsConfig;
import dev.parley.routing.search.IndexStore.Candidate;
import dev.parley.routing.search.IndexStore.Indexed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Indexes the messages of the partitions that this instance owns, on a thread of its own, at a
/// bounded rate.
///
/// A new owner looks through all conversations for those that are behind; from then on it is told
/// of each commit. A conversation that two owners index for a moment is indexed by one after the
/// other.
@Singleton
public final class Indexer {
  /// Entries of one round, which is one transaction: few, so that nobody's message waits for it.
  private static final int MAX_ENTRIES = 100;

  private static final int MAX_CONVERSATIONS = 200;
  private static final int DISCOVERY_PAGE = 1_000;
  private static final long IDLE_MILLIS = 500;

  /// So that a busy conversation is indexed a few times a second, and not for each of its messages.
  private static final long MIN_PAUSE_MILLIS = 100;

  /// A round is followed by a pause so many times as long: on a busy machine, where rounds take
  /// longer, the index leaves the more to the people.
  private static final int REST = 19;

  /// The first round of a process takes seconds; nobody waits half a minute for that to be made up.
  private static final long MAX_REST_MILLIS = 2_000;

  private static final long FAULT_PAUSE_MILLIS = 2_000;

  /// The database has as long for an answer, too.
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final IndexQueue queue;
  private final IndexStore store;
  private final SearchConfig config;
  private final int partitions;
  private final Counter indexed;
  private final Set<Integer> owned = ConcurrentHashMap.newKeySet();
  private volatile boolean discover;
  private volatile boolean running;
  private @Nullable Thread thread;

  /// Number of the last conversation looked at, or -1 while none is to be looked for.
  private long discovered = -1;

  /// Prepares the indexer; [#start()] starts it.
  ///
  /// @param queue conversations with new entries
  /// @param store the index
  /// @param config how fast
  /// @param topics number of partitions
  /// @param meters where the indexed entries are counted
  public Indexer(
      IndexQueue queue,
      IndexStore store,
      SearchConfig config,
      TopicsConfig topics,
      MeterRegistry meters) {
    this.queue = queue;
    this.store = store;
    this.config = config;
    this.partitions = topics.partitions();
    this.indexed = meters.counter("parley_routing_search_indexed");
  }

  /// Starts indexing, unless that is switched off.
  public void start() {
    if (config.indexing()) {
      running = true;
      thread = Thread.ofPlatform().name("search-index").start(this::run);
    }
  }

  /// Stops after the round in hand; returns when it has ended, or after five seconds. A round that
  /// is cut off is made good by the next owner.
  public void stop() {
    stop(STOP_LIMIT);
  }

  void stop(Duration limit) {
    running = false;
    Thread indexing = thread;
    if (indexing != null) {
      indexing.interrupt();
      try {
        indexing.join(limit);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Takes over partitions. On the thread of the batches; waits for nothing.
  ///
  /// @param assigned their numbers
  public void onAssigned(Collection<Integer> assigned) {
    owned.addAll(assigned);
    discover = true;
  }

  /// Gives partitions up. On the thread of the batches; waits for nothing.
  ///
  /// @param revoked their numbers
  public void onRevoked(Collection<Integer> revoked) {
    owned.removeAll(revoked);
  }

  private void run() {
    while (running) {
      try {
        Thread.sleep(step());
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /// One round: looks at some conversations for those that are behind, and indexes some entries.
  ///
  /// @return pause before the next one, in milliseconds
  long step() throws InterruptedException {
    List<String> names = List.of();
    try {
      boolean discovering = discover();
      names = queue.take(MAX_CONVERSATIONS, discovering ? 0 : IDLE_MILLIS);
      return names.isEmpty() ? 0 : index(names);
    } catch (RuntimeException e) {
      // The outermost level of this thread: what was taken is tried again.
      Log.warnf("search index not written, trying again cause=%s", e.toString());
      queue.add(names);
      return FAULT_PAUSE_MILLIS;
    }
  }

  private long index(List<String> names) {
    long start = System.nanoTime();
    Indexed done = store.index(names, MAX_ENTRIES);
    long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
    queue.add(done.unfinished());
    indexed.increment(done.entries());
    long dueToRate = done.entries() * 1_000L / config.rate();
    return Math.max(MIN_PAUSE_MILLIS, Math.max(dueToRate, Math.min(MAX_REST_MILLIS, REST * took)));
  }

  /// {@return whether there are more conversations to look at}
  private boolean discover() {
    if (discover || queue.takeOverflow()) {
      discover = false;
      discovered = 0;
    }
    if (discovered < 0) {
      return false;
    }
    List<Candidate> page = store.conversations(discovered, DISCOVERY_PAGE);
    queue.add(
        page.stream()
            .filter(each -> each.behind() && isOwned(each.name()))
            .map(Candidate::name)
            .toList());
    discovered = page.isEmpty() ? -1 : page.getLast().number();
    return !page.isEmpty();
  }

  private boolean isOwned(String conversation) {
    return owned.contains(Topics.partitionOf(conversation, partitions));
  }
}
