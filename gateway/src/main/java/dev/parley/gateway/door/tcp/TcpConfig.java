package dev.parley.gateway.door.tcp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// The plain line door.
@ConfigMapping(prefix = "parley.gateway.tcp")
public interface TcpConfig {
  /// {@return port of the line protocol; 0 takes any that is free, -1 opens no door}
  @WithDefault("5555")
  @Min(-1)
  @Max(65_535)
  int port();
}
