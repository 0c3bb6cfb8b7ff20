package dev.parley.routing.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What the service demands of its database.
@ConfigMapping(prefix = "parley.routing.durability")
public interface DurabilityConfig {
  /// {@return whether to refuse to serve unless the database keeps what it has committed; false is
  /// for tests only}
  @WithDefault("true")
  boolean check();
}
