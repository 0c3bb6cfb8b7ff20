package dev.parley.routing.ownership;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// The layout of the topics, the same for all services.
@ConfigMapping(prefix = "parley.topics")
public interface TopicsConfig {
  /// {@return partitions of every keyed topic, fixed for life; 1 to 1,000}
  @WithDefault("6")
  @Min(1)
  @Max(1_000)
  int partitions();

  /// {@return replicas of every partition; 1 to 9}
  @WithDefault("1")
  @Min(1)
  @Max(9)
  short replication();
}
