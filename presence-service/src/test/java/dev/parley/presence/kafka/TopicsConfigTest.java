package dev.parley.presence.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.topic.TopicLayout;
import dev.parley.presence.Configs;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsConfigTest {

  @Test
  void hasTheseDefaults() {
    assertThat(Configs.of(TopicsConfig.class, Map.of()).layout())
        .isEqualTo(new TopicLayout(6, (short) 1));
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
