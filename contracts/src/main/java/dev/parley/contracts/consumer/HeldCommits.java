package dev.parley.contracts.consumer;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// Offsets that may be committed, held back for a moment.
///
/// A loop that polls a thousand times a second would else commit as often, and the broker would be
/// busier with that than with the records. A crash repeats what was held, and repetition is safe.
/// Belongs to the loop's thread.
final class HeldCommits {
  private static final long INTERVAL = Duration.ofMillis(200).toNanos();

  private Map<TopicPartition, OffsetAndMetadata> held = new HashMap<>();
  private long lastTaken = System.nanoTime() - INTERVAL;

  void add(Map<TopicPartition, OffsetAndMetadata> done) {
    held.putAll(done);
  }

  /// {@return what is held, if the last time was long enough ago; else nothing}
  Map<TopicPartition, OffsetAndMetadata> takeIfDue() {
    return System.nanoTime() - lastTaken < INTERVAL ? Map.of() : takeAll();
  }

  /// {@return what is held; it is not held any more}
  Map<TopicPartition, OffsetAndMetadata> takeAll() {
    Map<TopicPartition, OffsetAndMetadata> taken = held;
    if (!taken.isEmpty()) {
      held = new HashMap<>();
      lastTaken = System.nanoTime();
    }
    return taken;
  }

  /// Forgets partitions that belong to somebody else now.
  void forget(Collection<TopicPartition> partitions) {
    held.keySet().removeAll(partitions);
  }
}
