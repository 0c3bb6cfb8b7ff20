package dev.parley.contracts.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/// How Parley's topics are laid out in a cluster.
///
/// The partition count is fixed for life: changing it would move keys to other partitions, and with
/// them the order of conversations.
///
/// @param partitions partitions of every keyed topic, 1 to 1,000
/// @param replication replicas of every partition, 1 to 9
public record TopicLayout(int partitions, short replication) {
  private static final Duration MINUTES = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int MAX_RECORD_BYTES = 4 * 1024 * 1024;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a number is out of its bounds
  public TopicLayout {
    if (partitions < 1 || partitions > 1_000) {
      throw new IllegalArgumentException("partitions must be 1 to 1000, got " + partitions);
    }
    if (replication < 1 || replication > 9) {
      throw new IllegalArgumentException("replication must be 1 to 9, got " + replication);
    }
  }

  /// {@return every topic that exists from the start}
  public List<NewTopic> sharedTopics() {
    return List.of(
        large(expiring(Topics.AUTH, partitions, MINUTES)),
        expiring(Topics.PRESENCE, partitions, HOUR),
        // Kept for ever: the conversations can be made again from it.
        topic(Topics.CONVERSATIONS, partitions, Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1")),
        expiring(Topics.QUERIES, partitions, HOUR),
        compacted(Topics.OWNERSHIP),
        compacted(Topics.ACCOUNTS),
        expiring(Topics.PRESENCE_EVENTS, 1, HOUR),
        expiring(Topics.AUDIT, partitions, WEEK),
        expiring(Topics.FILES, partitions, WEEK),
        expiring(Topics.DEAD_LETTER, 1, WEEK.multipliedBy(4)));
  }

  /// {@return the topic of one gateway}
  ///
  /// @param gateway id of the gateway
  public NewTopic gatewayTopic(String gateway) {
    return large(expiring(Topics.gateway(gateway), 1, HOUR));
  }

  /// An import of 5,000 accounts, or a page of a backlog, is longer than the broker's default.
  private static NewTopic large(NewTopic topic) {
    Map<String, String> configs = new HashMap<>(topic.configs());
    configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD_BYTES));
    return topic.configs(configs);
  }

  private NewTopic expiring(String name, int partitionCount, Duration retention) {
    String millis = Long.toString(retention.toMillis());
    // A segment is deleted only once it is closed, so it must not stay open longer than it is kept.
    return topic(
        name,
        partitionCount,
        Map.of(TopicConfig.RETENTION_MS_CONFIG, millis, TopicConfig.SEGMENT_MS_CONFIG, millis));
  }

  private NewTopic compacted(String name) {
    return topic(
        name, 1, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
  }

  private NewTopic topic(String name, int partitionCount, Map<String, String> extra) {
    Map<String, String> configs = new HashMap<>(extra);
    // The broker's clock orders a conversation, not that of whichever gateway wrote to it.
    configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    configs.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(fewestCopies()));
    return new NewTopic(name, partitionCount, replication).configs(configs);
  }

  /// With the broker's default of one, a leader that is alone acknowledges a write, and the write
  /// is lost with it. Of three, two must have it: then any one may be lost, and writing goes on.
  private int fewestCopies() {
    return (replication + 1) / 2;
  }
}
