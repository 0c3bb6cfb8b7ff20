package dev.parley.gateway.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How sessions catch up and report.
@ConfigMapping(prefix = "parley.gateway.session")
public interface SessionConfig {
  /// {@return most entries fetched at one time for a session that catches up, 1 to 500}
  @WithDefault("200")
  @Min(1)
  @Max(500)
  int backlogPage();

  /// {@return most messages that `offline` shows once more, 1 to 10,000}
  @WithDefault("1000")
  @Min(1)
  @Max(10_000)
  int offlineRepeat();

  /// {@return how often cursors that moved are stored while a session goes on}
  @WithDefault("30s")
  Duration cursorInterval();

  /// {@return how often presence-service is told that this gateway lives}
  @WithDefault("3s")
  Duration heartbeat();

  /// {@return longest wait for a client to take a part of its backlog, some 64 KiB; it is then
  /// dropped as a slow reader}
  @WithDefault("30s")
  Duration readTimeout();
}
