package dev.parley.auth.lockout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Configs;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LockoutConfigTest {
  @Test
  void hasTheseDefaults() {
    // When
    LockoutConfig config = Configs.of(LockoutConfig.class, Map.of());

    // Then
    assertThat(config.failures()).isEqualTo(3);
    assertThat(config.duration()).isEqualTo(Duration.ofSeconds(60));
    assertThat(config.memory()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void takesEveryValueFromItsKey() {
    // When
    LockoutConfig config =
        Configs.of(
            LockoutConfig.class,
            Map.of(
                "parley.auth.lockout.failures", "5",
                "parley.auth.lockout.duration", "2m",
                "parley.auth.lockout.memory", "1d"));

    // Then
    assertThat(config.failures()).isEqualTo(5);
    assertThat(config.duration()).isEqualTo(Duration.ofMinutes(2));
    assertThat(config.memory()).isEqualTo(Duration.ofDays(1));
  }
}
