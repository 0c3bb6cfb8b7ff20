package dev.parley.routing.rebuild;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/// Whether this process makes the tables again, and how far.
@ConfigMapping(prefix = "parley.routing.rebuild")
public interface RebuildConfig {
  /// {@return whether to fill the empty tables from the log and end, instead of serving}
  @WithDefault("false")
  boolean enabled();

  /// {@return for each partition the offset at which to stop; a partition that is missing is read
  /// to its end}
  Map<Integer, Long> targets();
}
