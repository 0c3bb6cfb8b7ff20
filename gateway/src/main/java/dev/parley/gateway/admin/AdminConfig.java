package dev.parley.gateway.admin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// What administrators may ask over HTTP, and how often.
@ConfigMapping(prefix = "parley.gateway.admin")
public interface AdminConfig {
  /// {@return whether there is such an interface at all}
  @WithDefault("true")
  boolean enabled();

  /// {@return calls of one network address each second, in the long run; at least 1}
  @WithDefault("10")
  @Min(1)
  int callsPerSecond();

  /// {@return calls of one network address at once}
  @WithDefault("50")
  @Min(1)
  int callBurst();

  /// {@return most bytes of the body of an import; others have 64 KiB at most}
  @WithDefault("2097152")
  @Min(1_024)
  long maxImport();

  /// {@return time in which the body of a call must have come; then the connection is closed}
  @WithDefault("30s")
  Duration bodyTimeout();
}
