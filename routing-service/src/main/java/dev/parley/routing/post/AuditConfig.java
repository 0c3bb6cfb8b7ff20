package dev.parley.routing.post;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What is told to the audit.
@ConfigMapping(prefix = "parley.routing.audit")
public interface AuditConfig {
  /// {@return whether each message is told, with its conversation, seq and size}
  @WithDefault("true")
  boolean messages();
}
