package dev.parley.gateway.exchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// The layout of Parley's topics; the same for all services.
@ConfigMapping(prefix = "parley.topics")
public interface TopicsConfig {
  /// {@return partitions of every keyed topic, 1 to 1,000; fixed for life}
  @WithDefault("6")
  @Min(1)
  @Max(1_000)
  int partitions();

  /// {@return replicas of every partition, 1 to 9}
  @WithDefault("1")
  @Min(1)
  @Max(9)
  short replication();
}
