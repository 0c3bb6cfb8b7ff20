package dev.parley.presence.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.presence.Configs;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionConfigTest {

  @Test
  void hasTheseDefaults() {
    // When
    SessionConfig config = Configs.of(SessionConfig.class, Map.of());

    // Then
    assertThat(config.maxPerAccount()).isEqualTo(1);
    assertThat(config.announceLimit()).isEqualTo(500);
    assertThat(config.retention()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void takesEveryValueFromItsKey() {
    // When
    SessionConfig config =
        Configs.of(
            SessionConfig.class,
            Map.of(
                "parley.presence.session.max-per-account", "3",
                "parley.presence.session.announce-limit", "0",
                "parley.presence.session.retention", "12h"));

    // Then
    assertThat(config.maxPerAccount()).isEqualTo(3);
    assertThat(config.announceLimit()).isZero();
    assertThat(config.retention()).isEqualTo(Duration.ofHours(12));
  }
}
