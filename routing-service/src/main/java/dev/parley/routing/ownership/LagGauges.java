package dev.parley.routing.ownership;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.IntToLongFunction;

/// Shows `parley_consumer_lag{topic,partition}`: records that wait to be read, in the partitions
/// that this instance owns; 0 for all others, so that the sum over the instances is the lag.
public final class LagGauges {
  private LagGauges() {}

  /// Registers a gauge for each partition.
  ///
  /// @param meters where
  /// @param topic topic that is read
  /// @param partitions how many it has
  /// @param lag records of a partition that wait
  public static void register(
      MeterRegistry meters, String topic, int partitions, IntToLongFunction lag) {
    for (int partition = 0; partition < partitions; partition++) {
      int number = partition;
      Gauge.builder("parley_consumer_lag", () -> lag.applyAsLong(number))
          .description("records of a partition that wait to be read")
          .tag("topic", topic)
          .tag("partition", Integer.toString(number))
          .register(meters);
    }
  }
}
