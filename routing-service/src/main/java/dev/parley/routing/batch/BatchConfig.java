package dev.parley.routing.batch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// The size of a batch.
@ConfigMapping(prefix = "parley.routing.batch")
public interface BatchConfig {
  /// {@return most records of one poll, which is one transaction; 1 to 10,000}
  @WithDefault("500")
  @Min(1)
  @Max(10_000)
  int maxRecords();
}
