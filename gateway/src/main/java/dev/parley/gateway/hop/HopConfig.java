package dev.parley.gateway.hop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// What is remembered for `trace`.
@ConfigMapping(prefix = "parley.gateway.hop")
public interface HopConfig {
  /// {@return how many of the latest posts and of the latest deliveries are remembered, each about
  /// 80 bytes; 0 to 1,000,000}
  @WithDefault("8192")
  @Min(0)
  @Max(1_000_000)
  int remembered();
}
