package dev.parley.routing.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// How many reactions a message holds; one more is refused.
@ConfigMapping(prefix = "parley.routing.reaction")
public interface ReactionConfig {
  /// {@return most different reactions to a message; 1 to 100}
  @WithDefault("20")
  @Min(1)
  @Max(100)
  int maxKinds();

  /// {@return most reactions to a message, each account counted for each of its own; 1 to 5,000}
  @WithDefault("500")
  @Min(1)
  @Max(5_000)
  int maxPerMessage();
}
