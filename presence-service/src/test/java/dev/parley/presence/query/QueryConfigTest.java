package dev.parley.presence.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.presence.Configs;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryConfigTest {

  @Test
  void hasTheseDefaults() {
    // When
    QueryConfig config = Configs.of(QueryConfig.class, Map.of());

    // Then
    assertThat(config.maxRows()).isEqualTo(5_000);
    assertThat(config.maxRecentRows()).isEqualTo(30_000);
    assertThat(config.recent()).isEqualTo(Duration.ofMinutes(60));
  }

  @Test
  void takesEveryValueFromItsKey() {
    // When
    QueryConfig config =
        Configs.of(
            QueryConfig.class,
            Map.of(
                "parley.presence.query.max-rows", "7",
                "parley.presence.query.max-recent-rows", "8",
                "parley.presence.query.recent", "9m"));

    // Then
    assertThat(config.maxRows()).isEqualTo(7);
    assertThat(config.maxRecentRows()).isEqualTo(8);
    assertThat(config.recent()).isEqualTo(Duration.ofMinutes(9));
  }
}
