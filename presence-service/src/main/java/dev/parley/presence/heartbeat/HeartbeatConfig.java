package dev.parley.presence.heartbeat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/// When a gateway counts as dead, and what happens then.
@ConfigMapping(prefix = "parley.presence.heartbeat")
public interface HeartbeatConfig {

  /// {@return time between two pulses of this service on each partition that it owns}
  @WithDefault("1s")
  @NotNull
  Duration pulse();

  /// {@return silence of a gateway after which its sessions are closed; several of its beats}
  @WithDefault("15s")
  @NotNull
  Duration silence();

  /// {@return gap between two pulses above which the log stood still and every gateway is given the
  /// whole silence again; above `pulse`, below `silence`}
  @WithDefault("3s")
  @NotNull
  Duration maxGap();

  /// {@return time between two reminders to an ended gateway that still beats; also how often a
  /// living gateway's last beat is stored}
  @WithDefault("5s")
  @NotNull
  Duration reminder();

  /// {@return time from a gateway's end to the deletion of its topic, for others to stop writing to
  /// it}
  @WithDefault("10s")
  @NotNull
  Duration topicGrace();

  /// {@return how long ended gateways are remembered; longer than one of them could go on beating}
  @WithDefault("1d")
  @NotNull
  Duration retention();
}
