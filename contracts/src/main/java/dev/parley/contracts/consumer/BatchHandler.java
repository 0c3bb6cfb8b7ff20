package dev.parley.contracts.consumer;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;

/// What a feature does with the records of its topic.
///
/// All methods run on the loop's thread. [#onAssigned(Collection)] and [#onRevoked(Collection)]
/// must neither wait nor throw: Kafka does not repeat them.
///
/// @param <T> the records of the topic
public interface BatchHandler<T> {
  /// Handles the records of one poll, in the order of each partition.
  ///
  /// After a crash or a failure the same records come again: handling must be idempotent.
  ///
  /// @param batch at least one record
  /// @return completes when every effect is acknowledged; offsets are committed only then. If it
  ///   fails, the batch is read and handled again
  /// @throws TemporaryFaultException if the batch is to be handled again later
  /// @throws RuntimeException any other means that a record is poison: the records are then handled
  ///   one by one, and the one that throws again goes to the dead-letter topic
  CompletableFuture<?> onBatch(List<Received<T>> batch);

  /// Tells that this instance owns the partitions from here on.
  ///
  /// @param partitions newly owned
  default void onAssigned(Collection<TopicPartition> partitions) {}

  /// Tells that this instance owns the partitions no longer; what it knows of them is void.
  ///
  /// @param partitions no longer owned
  default void onRevoked(Collection<TopicPartition> partitions) {}
}
