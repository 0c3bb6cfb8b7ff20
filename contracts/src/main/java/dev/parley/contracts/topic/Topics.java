package dev.parley.contracts.topic;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/// The names of Parley's topics, and the key rule.
public final class Topics {
  /// Requests to auth-service; key: account. Kept for minutes only.
  public static final String AUTH = "parley.auth";

  /// Requests to presence-service; key: account.
  public static final String PRESENCE = "parley.presence";

  /// All that may change a conversation; key: conversation id.
  public static final String CONVERSATIONS = "parley.conversations";

  /// Reads that must not queue behind writes; key: session.
  public static final String QUERIES = "parley.queries";

  /// Who serves a partition of [#CONVERSATIONS]; key: partition; compacted.
  public static final String OWNERSHIP = "parley.ownership";

  /// Which accounts exist; key: account; compacted.
  public static final String ACCOUNTS = "parley.accounts";

  /// Who came and went; key: account.
  public static final String PRESENCE_EVENTS = "parley.presence.events";

  /// Who did what; key: account.
  public static final String AUDIT = "parley.audit";

  /// What becomes of files; key: file.
  public static final String FILES = "parley.files";

  /// Records that nobody can read; key: that of the record.
  public static final String DEAD_LETTER = "parley.deadletter";

  private static final String GATEWAY_PREFIX = "parley.gateway.";

  private Topics() {}

  /// {@return the topic of one gateway}
  ///
  /// @param gateway id of the gateway
  public static String gateway(String gateway) {
    return GATEWAY_PREFIX + gateway;
  }

  /// {@return the partition of a key: the same as Kafka's default partitioner chooses}
  ///
  /// @param key the record key
  /// @param partitions number of partitions of the topic
  public static int partitionOf(String key, int partitions) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
  }
}
