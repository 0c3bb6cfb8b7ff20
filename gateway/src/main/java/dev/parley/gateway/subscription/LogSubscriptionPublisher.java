package dev.parley.gateway.subscription;

import dev.parley.contracts.conversation.Subscribe;
import dev.parley.contracts.conversation.Unsubscribe;
import dev.parley.gateway.exchange.RecordPublisher;
import java.util.List;
import java.util.Map;

/// Writes subscriptions into the partitions of the conversations concerned, where their owners read
/// them at one point of the log. One that is lost is asked for again by the table's sweep.
public final class LogSubscriptionPublisher implements SubscriptionPublisher {
  private final String gateway;
  private final RecordPublisher records;

  /// Writes for one gateway.
  ///
  /// @param gateway id of this gateway
  /// @param records writes to the log
  public LogSubscriptionPublisher(String gateway, RecordPublisher records) {
    this.gateway = gateway;
    this.records = records;
  }

  @Override
  public void subscribe(int partition, Map<String, Long> after) {
    records.toPartition(partition, new Subscribe(gateway, after), RecordPublisher.Failed.IGNORED);
  }

  @Override
  public void unsubscribe(int partition, List<String> conversations) {
    records.toPartition(
        partition, new Unsubscribe(gateway, conversations), RecordPublisher.Failed.IGNORED);
  }

  @Override
  public int partitionOf(String conversation) {
    return records.partitionOf(conversation);
  }
}
