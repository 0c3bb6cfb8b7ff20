package dev.parley.presence.query;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/// Limits of the answers.
@ConfigMapping(prefix = "parley.presence.query")
public interface QueryConfig {

  /// {@return most rows of `whoelse`; 1 to 20,000}
  @WithDefault("5000")
  @Min(1)
  @Max(20_000)
  int maxRows();

  /// {@return most rows of `wholasthr`, which leaves nobody out below that; 1 to 30,000, for an
  /// answer must fit into a record of 4 MiB}
  @WithDefault("30000")
  @Min(1)
  @Max(30_000)
  int maxRecentRows();

  /// {@return how far `wholasthr` looks back}
  @WithDefault("60m")
  @NotNull
  Duration recent();
}
