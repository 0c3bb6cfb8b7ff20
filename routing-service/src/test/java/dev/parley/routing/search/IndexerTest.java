package dev.parley.routing.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.topic.Topics;
import dev.parley.routing.ownership.TopicsConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndexerTest {
  private static final int PARTITIONS = 6;

  private final FakeIndexStore store = new FakeIndexStore();
  private final SearchConfig config = new Searching(true, 1_000);
  private final IndexQueue queue = new IndexQueue(config);
  private final Indexer indexer =
      new Indexer(
          queue, store, config, new Layout(PARTITIONS, (short) 1), new SimpleMeterRegistry());

  private record Searching(boolean indexing, int rate) implements SearchConfig {}

  private record Layout(int partitions, short replication) implements TopicsConfig {}

  @Test
  void indexesConversationsWithNewMessages() throws InterruptedException {
    // Given
    queue.note(Map.of("#team", List.of(entry(EntryKind.MESSAGE))));
    queue.note(Map.of("#team", List.of(entry(EntryKind.EDITED))));
    queue.note(Map.of("#joined", List.of(entry(EntryKind.JOINED))));
    queue.note(Map.of("!alice", List.of(entry(EntryKind.MESSAGE))));

    // When
    indexer.step();

    // Then
    assertThat(store.indexed).containsExactly(List.of("#team"));
  }

  @Test
  void goesOnWithWhatIsUnfinished() throws InterruptedException {
    // Given
    queue.note(Map.of("#team", List.of(entry(EntryKind.MESSAGE))));
    store.unfinished = List.of("#team");
    indexer.step();
    store.unfinished = List.of();

    // When
    indexer.step();

    // Then
    assertThat(store.indexed).containsExactly(List.of("#team"), List.of("#team"));
    assertThat(queue.take(10, 0)).isEmpty();
  }

  @Test
  void pausesAsItsRateSays() throws InterruptedException {
    // Given
    store.entries = 500;
    queue.note(Map.of("#team", List.of(entry(EntryKind.MESSAGE))));

    // When
    long pause = indexer.step();

    // Then
    assertThat(pause).isEqualTo(500);
  }

  @Test
  void triesAgainWhatFailed() throws InterruptedException {
    // Given
    queue.note(Map.of("#team", List.of(entry(EntryKind.MESSAGE))));
    store.broken = true;
    long pause = indexer.step();
    store.broken = false;

    // When
    indexer.step();

    // Then
    assertThat(pause).isEqualTo(2_000);
    assertThat(store.indexed).containsExactly(List.of("#team"));
  }

  @Test
  void looksForWhatIsBehindInPartitionsThatItTakesOver() throws InterruptedException {
    // Given
    String owned = nameIn(2, "a");
    String foreign = nameIn(3, "a");
    store.candidates.add(new IndexStore.Candidate(5, owned, true));
    store.candidates.add(new IndexStore.Candidate(6, foreign, true));
    store.candidates.add(new IndexStore.Candidate(7, nameIn(2, "b"), false));
    indexer.onAssigned(List.of(2, 3));
    indexer.onRevoked(List.of(3));

    // When
    indexer.step();
    indexer.step();

    // Then
    assertThat(store.indexed).containsExactly(List.of(owned));
    assertThat(store.pages).containsExactly(0L, 7L);
  }

  @Test
  void looksAgainForWhatTheQueueCouldNotHold() throws InterruptedException {
    // Given
    queue.add(IntStream.rangeClosed(0, IndexQueue.CAPACITY).mapToObj(i -> "#" + i).toList());
    assertThat(queue.takeOverflow()).isFalse();
    assertThat(queue.take(IndexQueue.CAPACITY, 0)).hasSize(IndexQueue.CAPACITY);

    // When
    indexer.step();

    // Then
    assertThat(store.pages).containsExactly(0L);
    assertThat(queue.takeOverflow()).isFalse();
  }

  @Test
  void stopsAlthoughTheDatabaseDoesNotAnswer() {
    // Given
    startARoundThatIsNotAnswered();

    // When
    CompletableFuture<Void> stopped =
        CompletableFuture.runAsync(() -> indexer.stop(Duration.ofMillis(1)));

    // Then
    assertThat(stopped).succeedsWithin(Duration.ofSeconds(10));
    assertThat(store.answers.hasQueuedThreads()).isTrue();
    store.answers.release();
  }

  @Test
  void stopsAfterTheRoundInHand() {
    // Given
    startARoundThatIsNotAnswered();
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(indexer::stop);

    // When
    store.answers.release();

    // Then
    assertThat(stopped).succeedsWithin(Duration.ofSeconds(10));
    assertThat(store.indexed).containsExactly(List.of("#team"));
  }

  @Test
  void notesNothingWhereNothingIsIndexed() throws InterruptedException {
    // Given
    IndexQueue unused = new IndexQueue(new Searching(false, 1));

    // When
    unused.note(Map.of("#team", List.of(entry(EntryKind.MESSAGE))));

    // Then
    assertThat(unused.take(1, 0)).isEmpty();
  }

  private void startARoundThatIsNotAnswered() {
    queue.note(Map.of("#team", List.of(entry(EntryKind.MESSAGE))));
    store.answers.drainPermits();
    indexer.start();
    await().until(store.answers::hasQueuedThreads);
  }

  private static String nameIn(int partition, String prefix) {
    return IntStream.range(0, 1_000)
        .mapToObj(i -> "#" + prefix + i)
        .filter(name -> Topics.partitionOf(name, PARTITIONS) == partition)
        .findFirst()
        .orElseThrow();
  }

  private static Entry entry(EntryKind kind) {
    return new Entry(1, 1, kind, "alice", "c1", null, "text", 1L);
  }

  private static final class FakeIndexStore implements IndexStore {
    private final List<List<String>> indexed = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Long> pages = new ArrayList<>();

    /// How many rounds the database answers; like a socket it does not hear of interrupts.
    private final Semaphore answers = new Semaphore(1_000);

    private List<String> unfinished = List.of();
    private int entries = 1;
    private boolean broken;

    @Override
    public List<Candidate> conversations(long after, int limit) {
      pages.add(after);
      return candidates.stream().filter(each -> each.number() > after).limit(limit).toList();
    }

    @Override
    public Indexed index(List<String> conversations, int limit) {
      answers.acquireUninterruptibly();
      if (broken) {
        throw new TemporaryFaultException("broken", new IllegalStateException("no connection"));
      }
      indexed.add(conversations);
      return new Indexed(entries, unfinished);
    }
  }
}
