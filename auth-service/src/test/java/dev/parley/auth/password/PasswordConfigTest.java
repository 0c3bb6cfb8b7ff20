package dev.parley.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Configs;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PasswordConfigTest {
  @Test
  void hasTheseDefaults() {
    // When
    PasswordConfig config = Configs.of(PasswordConfig.class, Map.of());

    // Then
    assertThat(config.minLength()).isEqualTo(8);
    assertThat(config.memoryKib()).isEqualTo(19_456);
    assertThat(config.iterations()).isEqualTo(2);
    assertThat(config.parallelism()).isEqualTo(1);
    assertThat(config.maxWaiting()).isEqualTo(20);
    assertThat(config.maxWait()).isEqualTo(Duration.ofSeconds(4));
    assertThat(config.nonceLife()).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void takesEveryValueFromItsKey() {
    // When
    PasswordConfig config =
        Configs.of(
            PasswordConfig.class,
            Map.of(
                "parley.auth.password.min-length", "12",
                "parley.auth.password.memory-kib", "64",
                "parley.auth.password.iterations", "3",
                "parley.auth.password.parallelism", "4",
                "parley.auth.password.max-waiting", "5",
                "parley.auth.password.max-wait", "6s",
                "parley.auth.password.nonce-life", "1h"));

    // Then
    assertThat(config.minLength()).isEqualTo(12);
    assertThat(config.memoryKib()).isEqualTo(64);
    assertThat(config.iterations()).isEqualTo(3);
    assertThat(config.parallelism()).isEqualTo(4);
    assertThat(config.maxWaiting()).isEqualTo(5);
    assertThat(config.maxWait()).isEqualTo(Duration.ofSeconds(6));
    assertThat(config.nonceLife()).isEqualTo(Duration.ofHours(1));
  }
}
