package dev.parley.presence.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.presence.Configs;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeartbeatConfigTest {

  @Test
  void hasTheseDefaults() {
    // When
    HeartbeatConfig config = Configs.of(HeartbeatConfig.class, Map.of());

    // Then
    assertThat(values(config)).isEqualTo(FixedHeartbeatConfig.DEFAULTS);
  }

  @Test
  void takesEveryValueFromItsKey() {
    // When
    HeartbeatConfig config =
        Configs.of(
            HeartbeatConfig.class,
            Map.of(
                "parley.presence.heartbeat.pulse", "1ms",
                "parley.presence.heartbeat.silence", "2ms",
                "parley.presence.heartbeat.max-gap", "3ms",
                "parley.presence.heartbeat.reminder", "4ms",
                "parley.presence.heartbeat.topic-grace", "5ms",
                "parley.presence.heartbeat.retention", "6ms"));

    // Then
    assertThat(values(config))
        .isEqualTo(
            new FixedHeartbeatConfig(
                Duration.ofMillis(1),
                Duration.ofMillis(2),
                Duration.ofMillis(3),
                Duration.ofMillis(4),
                Duration.ofMillis(5),
                Duration.ofMillis(6)));
  }

  private static FixedHeartbeatConfig values(HeartbeatConfig config) {
    return new FixedHeartbeatConfig(
        config.pulse(),
        config.silence(),
        config.maxGap(),
        config.reminder(),
        config.topicGrace(),
        config.retention());
  }
}
