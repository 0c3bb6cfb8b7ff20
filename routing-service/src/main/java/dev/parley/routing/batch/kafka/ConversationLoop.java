package dev.parley.routing.batch.kafka;

import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.consumer.BatchHandler;
import dev.parley.contracts.consumer.DeadLetterPublisher;
import dev.parley.contracts.consumer.PollLoop;
import dev.parley.contracts.consumer.Received;
import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.topic.KafkaSettings;
import dev.parley.contracts.topic.Topics;
import dev.parley.contracts.trace.TraceHeaders;
import dev.parley.routing.batch.BatchConfig;
import dev.parley.routing.batch.BatchProcessor;
import dev.parley.routing.conversation.Cause;
import dev.parley.routing.conversation.LogRecord;
import dev.parley.routing.ownership.LagGauges;
import dev.parley.routing.ownership.Partitions;
import dev.parley.routing.ownership.TopicsConfig;
import dev.parley.routing.search.Indexer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/// Reads `parley.conversations` as a member of the group `routing-service`.
///
/// A repeated record has its effects sent again. The order of a conversation is that of its
/// partition: all its records have its id as key.
@Singleton
public final class ConversationLoop implements BatchHandler<ConversationRecord> {
  private static final String GROUP = "routing-service";

  private final BatchProcessor processor;
  private final Partitions partitions;
  private final Indexer indexer;
  private final PollLoop<ConversationRecord> loop;
  private final KafkaClientMetrics metrics;

  /// Prepares the loop; [#start()] starts it.
  ///
  /// @param processor the feature
  /// @param partitions what this instance owns
  /// @param indexer indexes what this instance owns
  /// @param config size of a batch
  /// @param settings how to reach Kafka
  /// @param deadLetters where unreadable and poison records go
  /// @param topics how many partitions there are
  /// @param meters where the consumer's lag is shown
  public ConversationLoop(
      BatchProcessor processor,
      Partitions partitions,
      Indexer indexer,
      BatchConfig config,
      KafkaSettings settings,
      DeadLetterPublisher deadLetters,
      TopicsConfig topics,
      MeterRegistry meters) {
    this.processor = processor;
    this.partitions = partitions;
    this.indexer = indexer;
    var consumer = new KafkaConsumer<String, byte[]>(settings.consumer(GROUP, config.maxRecords()));
    this.metrics = new KafkaClientMetrics(consumer);
    metrics.bindTo(meters);
    this.loop =
        new PollLoop<>(
            Topics.CONVERSATIONS,
            PollLoop.MANY_IN_FLIGHT,
            consumer,
            Codecs.CONVERSATIONS,
            deadLetters,
            this);
    LagGauges.register(meters, Topics.CONVERSATIONS, topics.partitions(), loop::lag);
  }

  /// Starts reading.
  public void start() {
    loop.start();
  }

  /// {@return time since the loop last came by its poll}
  public Duration sinceLastPoll() {
    return loop.sinceLastPoll();
  }

  /// {@return whether the loop's thread lives}
  public boolean isAlive() {
    return loop.isAlive();
  }

  /// Stops reading, after the batch in hand.
  public void stop() {
    loop.close();
    metrics.close();
  }

  @Override
  public CompletableFuture<?> onBatch(List<Received<ConversationRecord>> batch) {
    List<LogRecord> records = new ArrayList<>(batch.size());
    for (Received<ConversationRecord> each : batch) {
      Cause cause = new Cause(each.source().partition(), each.offset(), each.at());
      records.add(new LogRecord(each.record(), cause, TraceHeaders.request(each.headers())));
    }
    return processor.process(records);
  }

  @Override
  public void onAssigned(Collection<TopicPartition> assigned) {
    partitions.onAssigned(numbers(assigned));
    indexer.onAssigned(numbers(assigned));
  }

  @Override
  public void onRevoked(Collection<TopicPartition> revoked) {
    partitions.onRevoked(numbers(revoked));
    indexer.onRevoked(numbers(revoked));
  }

  private static List<Integer> numbers(Collection<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::partition).toList();
  }
}
