package dev.parley.routing.batch;

import dev.parley.contracts.delivery.Refused;
import dev.parley.routing.subscription.Subscriptions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Counts what batches do.
@Singleton
public final class BatchMetrics {
  private final MeterRegistry meters;
  private final Timer duration;
  private final DistributionSummary size;
  private final Counter stored;
  private final Counter repeated;
  private final Counter fenceLost;

  /// Registers the meters.
  ///
  /// @param meters where they are registered
  /// @param subscriptions counted as a gauge
  public BatchMetrics(MeterRegistry meters, Subscriptions subscriptions) {
    this.meters = meters;
    this.duration =
        Timer.builder("parley_routing_batch")
            .description("from the poll to the hand-over of its effects")
            .serviceLevelObjectives(
                Duration.ofMillis(1),
                Duration.ofMillis(2),
                Duration.ofMillis(5),
                Duration.ofMillis(10),
                Duration.ofMillis(50),
                Duration.ofMillis(250),
                Duration.ofSeconds(1))
            .register(meters);
    this.size = meters.summary("parley_routing_batch_size");
    this.stored = meters.counter("parley_routing_messages_stored");
    this.repeated = meters.counter("parley_routing_replayed");
    this.fenceLost = meters.counter("parley_routing_fence_lost");
    meters.gauge(
        "parley_routing_subscribed_conversations", subscriptions, Subscriptions::conversations);
  }

  void batch(int records, Attempt done, long nanos) {
    duration.record(nanos, TimeUnit.NANOSECONDS);
    size.record(records);
    stored.increment(done.messagesStored());
    repeated.increment(done.repeated());
    done.effects()
        .replies()
        .forEach(each -> {
          if (each.content() instanceof Refused refused) {
            meters.counter("parley_routing_refused", "code", refused.code().wireName()).increment();
          }
        });
  }

  void fenceLost() {
    fenceLost.increment();
  }
}
