package dev.parley.auth.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Configs;
import dev.parley.contracts.topic.TopicLayout;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsConfigTest {
  @Test
  void hasTheseDefaults() {
    // When
    TopicsConfig config = Configs.of(TopicsConfig.class, Map.of());

    // Then
    assertThat(config.layout()).isEqualTo(new TopicLayout(6, (short) 1));
  }

  @Test
  void takesEveryValueFromItsKey() {
    // When
    TopicsConfig config =
        Configs.of(
            TopicsConfig.class,
            Map.of("parley.topics.partitions", "12", "parley.topics.replication", "3"));

    // Then
    assertThat(config.layout()).isEqualTo(new TopicLayout(12, (short) 3));
  }
}
