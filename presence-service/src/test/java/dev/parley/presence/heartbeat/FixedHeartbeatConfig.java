package dev.parley.presence.heartbeat;

import java.time.Duration;

/// The defaults, as a record.
record FixedHeartbeatConfig(
    Duration pulse,
    Duration silence,
    Duration maxGap,
    Duration reminder,
    Duration topicGrace,
    Duration retention)
    implements HeartbeatConfig {

  static final FixedHeartbeatConfig DEFAULTS =
      new FixedHeartbeatConfig(
          Duration.ofSeconds(1),
          Duration.ofSeconds(15),
          Duration.ofSeconds(3),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofDays(1));
}
