package dev.parley.contracts.consumer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// Batches that were handled and whose effects are not acknowledged yet, oldest first.
///
/// A batch is done when its effects are, and counts as done only when all before it are. Belongs to
/// the loop's thread; only the effects are completed by others.
final class BatchesInFlight {
  private final Deque<Batch> batches = new ArrayDeque<>();

  private record Batch(
      CompletableFuture<?> effects,
      Map<TopicPartition, Long> first,
      Map<TopicPartition, OffsetAndMetadata> next) {

    void forget(Collection<TopicPartition> partitions) {
      first.keySet().removeAll(partitions);
      next.keySet().removeAll(partitions);
    }

    boolean hasFailed() {
      return effects.isCompletedExceptionally();
    }

    boolean isDone() {
      return effects.isDone() && !hasFailed();
    }
  }

  void add(List<CompletableFuture<?>> effects, ConsumerRecords<String, byte[]> polled) {
    batches.add(
        new Batch(
            CompletableFuture.allOf(effects.toArray(CompletableFuture[]::new)),
            firstOffsets(polled),
            new HashMap<>(polled.nextOffsets())));
  }

  int size() {
    return batches.size();
  }

  /// {@return why the effects of the oldest batch failed, if they did}
  Optional<Throwable> oldestFailure() {
    return Optional.ofNullable(batches.peek())
        .filter(Batch::hasFailed)
        .map(batch -> batch.effects().exceptionNow());
  }

  /// Forgets what is done.
  ///
  /// @return the offsets that may be committed; empty if nothing is done
  Map<TopicPartition, OffsetAndMetadata> takeDone() {
    Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
    while (!batches.isEmpty() && batches.peek().isDone()) {
      next.putAll(batches.remove().next());
    }
    return next;
  }

  /// Forgets everything.
  ///
  /// @return where to read again, so that everything forgotten is handled once more
  Map<TopicPartition, Long> takeAll() {
    Map<TopicPartition, Long> first = new HashMap<>();
    batches.forEach(batch -> batch.first().forEach(first::putIfAbsent));
    batches.clear();
    return first;
  }

  /// Forgets partitions that belong to somebody else now.
  void forget(Collection<TopicPartition> partitions) {
    batches.forEach(batch -> batch.forget(partitions));
  }

  /// Waits until the oldest batch is done or has failed.
  ///
  /// @throws TimeoutException if it is still neither
  /// @throws InterruptedException if the thread is to end
  void awaitOldest(Duration limit) throws TimeoutException, InterruptedException {
    await(batches.getFirst().effects(), limit);
  }

  /// Waits until every batch is done or has failed.
  ///
  /// @throws TimeoutException if some are still neither
  /// @throws InterruptedException if the thread is to end
  void awaitAll(Duration limit) throws TimeoutException, InterruptedException {
    await(
        CompletableFuture.allOf(
            batches.stream().map(Batch::effects).toArray(CompletableFuture[]::new)),
        limit);
  }

  static Map<TopicPartition, Long> firstOffsets(ConsumerRecords<String, byte[]> polled) {
    Map<TopicPartition, Long> first = new HashMap<>();
    for (TopicPartition partition : polled.partitions()) {
      first.put(partition, polled.records(partition).getFirst().offset());
    }
    return first;
  }

  private static void await(CompletableFuture<?> effects, Duration limit)
      throws TimeoutException, InterruptedException {
    try {
      effects.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      // That they failed is asked of each batch, where it is acted on.
    }
  }
}
