package dev.parley.routing.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// How queries are answered.
@ConfigMapping(prefix = "parley.routing.query")
public interface QueryConfig {
  /// {@return most queries of one poll; 1 to 1,000}
  @WithDefault("100")
  @Min(1)
  @Max(1_000)
  int maxRecords();

  /// {@return most queries answered at one time; each holds a database connection, of which three
  /// must be left for batches, the search index and health; 1 to 100}
  @WithDefault("6")
  @Min(1)
  @Max(100)
  int concurrency();
}
