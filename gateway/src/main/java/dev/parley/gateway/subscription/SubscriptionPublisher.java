package dev.parley.gateway.subscription;

import java.util.List;
import java.util.Map;

/// Tells the owners of conversations what this gateway is interested in. Never waits.
public interface SubscriptionPublisher {
  /// Asks for conversations of one partition.
  ///
  /// @param partition number of the partition
  /// @param after per conversation the position reached
  void subscribe(int partition, Map<String, Long> after);

  /// Ends the interest in conversations of one partition.
  ///
  /// @param partition number of the partition
  /// @param conversations their ids
  void unsubscribe(int partition, List<String> conversations);

  /// {@return partition that a conversation lies in}
  ///
  /// @param conversation conversation id
  int partitionOf(String conversation);
}
