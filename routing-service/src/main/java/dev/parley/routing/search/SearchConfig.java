package dev.parley.routing.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// How much search may cost.
@ConfigMapping(prefix = "parley.routing.search")
public interface SearchConfig {
  /// {@return whether messages are indexed; without, search finds what was indexed before}
  @WithDefault("true")
  boolean indexing();

  /// {@return most entries a second that are indexed; 1 to 100,000}
  @WithDefault("500")
  @Min(1)
  @Max(100_000)
  int rate();
}
