package dev.parley.contracts.consumer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/// How many records of each partition wait to be read, as the consumer last heard of its ends.
///
/// Refreshed on the loop's thread, about once a second and without a request to the broker; read on
/// any thread.
final class Lags {
  private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

  private final Consumer<?, ?> consumer;
  private volatile Map<Integer, Long> byPartition = Map.of();
  private long lastRefresh = System.nanoTime() - INTERVAL;

  Lags(Consumer<?, ?> consumer) {
    this.consumer = consumer;
  }

  /// {@return records that wait; 0 for a partition that somebody else owns}
  long of(int partition) {
    return byPartition.getOrDefault(partition, 0L);
  }

  void refreshIfDue() {
    if (System.nanoTime() - lastRefresh >= INTERVAL) {
      lastRefresh = System.nanoTime();
      refresh();
    }
  }

  private void refresh() {
    Map<Integer, Long> fresh = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      // Not known until the first answer of the broker.
      lag(partition).ifPresent(records -> fresh.put(partition.partition(), records));
    }
    byPartition = fresh;
  }

  private OptionalLong lag(TopicPartition partition) {
    try {
      return consumer.currentLag(partition);
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException | IllegalStateException e) {
      // Somebody else's by now: partitions come and go on a thread of the consumer's own.
      return OptionalLong.empty();
    }
  }
}
