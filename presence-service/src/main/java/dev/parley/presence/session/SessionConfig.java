package dev.parley.presence.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/// Limits of sessions.
@ConfigMapping(prefix = "parley.presence.session")
public interface SessionConfig {

  /// {@return how many sessions an account may have at one time; 1 to 100}
  @WithDefault("1")
  @Min(1)
  @Max(100)
  int maxPerAccount();

  /// {@return above how many accounts online came and went are no longer announced; 0 to 100,000}
  @WithDefault("500")
  @Min(0)
  @Max(100_000)
  int announceLimit();

  /// {@return how long sessions that have ended are remembered; at least the hour that `wholasthr`
  /// tells of}
  @WithDefault("30d")
  @NotNull
  Duration retention();
}
