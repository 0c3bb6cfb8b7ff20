package dev.parley.gateway.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/// Which messages are followed.
@ConfigMapping(prefix = "parley.gateway.trace")
public interface TraceConfig {
  /// {@return share of the posted messages that are followed, 0 (none) to 1 (all)}
  @WithDefault("0")
  @DecimalMin("0")
  @DecimalMax("1")
  double ratio();
}
