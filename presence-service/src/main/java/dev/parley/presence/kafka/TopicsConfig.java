package dev.parley.presence.kafka;

import dev.parley.contracts.topic.TopicLayout;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// How the cluster's topics are laid out; the same for every service.
@ConfigMapping(prefix = "parley.topics")
interface TopicsConfig {

  /// {@return partitions of every keyed topic; fixed for the life of the cluster}
  @WithDefault("6")
  @Min(1)
  @Max(1_000)
  int partitions();

  /// {@return replicas of every partition}
  @WithDefault("1")
  @Min(1)
  @Max(9)
  short replication();

  /// {@return the layout}
  default TopicLayout layout() {
    return new TopicLayout(partitions(), replication());
  }
}
