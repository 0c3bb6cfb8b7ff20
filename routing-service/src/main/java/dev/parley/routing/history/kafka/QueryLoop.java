package dev.parley.routing.history.kafka;

import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.consumer.BatchHandler;
import dev.parley.contracts.consumer.DeadLetterPublisher;
import dev.parley.contracts.consumer.PollLoop;
import dev.parley.contracts.consumer.Received;
import dev.parley.contracts.query.QueryRecord;
import dev.parley.contracts.topic.KafkaSettings;
import dev.parley.contracts.topic.Topics;
import dev.parley.routing.history.QueryAnswers;
import dev.parley.routing.history.QueryConfig;
import dev.parley.routing.ownership.LagGauges;
import dev.parley.routing.ownership.TopicsConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/// Reads `parley.queries` as a member of the group `routing-queries`. Queries have no order.
@Singleton
public final class QueryLoop implements BatchHandler<QueryRecord> {
  private static final String GROUP = "routing-queries";

  private final QueryAnswers answers;
  private final PollLoop<QueryRecord> loop;
  private final KafkaClientMetrics metrics;

  /// Prepares the loop; [#start()] starts it.
  ///
  /// @param answers the feature
  /// @param config size of a poll
  /// @param settings how to reach Kafka
  /// @param deadLetters where unreadable records go
  /// @param topics how many partitions there are
  /// @param meters where the consumer's lag is shown
  public QueryLoop(
      QueryAnswers answers,
      QueryConfig config,
      KafkaSettings settings,
      DeadLetterPublisher deadLetters,
      TopicsConfig topics,
      MeterRegistry meters) {
    this.answers = answers;
    var consumer = new KafkaConsumer<String, byte[]>(settings.consumer(GROUP, config.maxRecords()));
    this.metrics = new KafkaClientMetrics(consumer);
    metrics.bindTo(meters);
    this.loop =
        new PollLoop<>(
            Topics.QUERIES, PollLoop.FEW_IN_FLIGHT, consumer, Codecs.QUERIES, deadLetters, this);
    LagGauges.register(meters, Topics.QUERIES, topics.partitions(), loop::lag);
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

  /// Stops reading, after the queries in hand.
  public void stop() {
    loop.close();
    metrics.close();
  }

  @Override
  public CompletableFuture<?> onBatch(List<Received<QueryRecord>> batch) {
    return CompletableFuture.allOf(
        batch.stream()
            .map(each -> answers.answer(each.record()))
            .toArray(CompletableFuture[]::new));
  }
}
