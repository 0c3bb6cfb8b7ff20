package dev.parley.routing.subscription;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// Limits of the answer to one subscription.
@ConfigMapping(prefix = "parley.routing.subscription")
public interface SubscriptionConfig {
  /// {@return most entries in one answer; 1 to 10,000}
  @WithDefault("1000")
  @Min(1)
  @Max(10_000)
  int maxEntries();

  /// {@return most bytes of text in one answer, which holds at least one entry; below 2 MB}
  @WithDefault("1M")
  MemorySize maxText();
}
