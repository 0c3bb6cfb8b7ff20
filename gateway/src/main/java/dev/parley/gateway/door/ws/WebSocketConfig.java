package dev.parley.gateway.door.ws;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// The frame door.
@ConfigMapping(prefix = "parley.gateway.ws")
public interface WebSocketConfig {
  /// {@return origins of web pages that may connect beside the gateway's own, such as
  /// `https://chat.example`}
  Optional<Set<String>> allowedOrigins();

  /// {@return time in which a connection must log in}
  @WithDefault("10s")
  Duration loginTimeout();
}
