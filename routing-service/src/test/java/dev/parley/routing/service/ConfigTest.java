package dev.parley.routing.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.routing.batch.BatchConfig;
import dev.parley.routing.change.ReactionConfig;
import dev.parley.routing.conversation.ConversationConfig;
import dev.parley.routing.group.GroupConfig;
import dev.parley.routing.history.QueryConfig;
import dev.parley.routing.ownership.TopicsConfig;
import dev.parley.routing.post.AuditConfig;
import dev.parley.routing.search.SearchConfig;
import dev.parley.routing.subscription.SubscriptionConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidatorImpl;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {

  @Test
  void hasDefaultsThatWorkOnALaptop() {
    // Given
    SmallRyeConfig config = config(Map.of());

    // Then
    assertThat(config.getConfigMapping(BatchConfig.class).maxRecords()).isEqualTo(500);
    assertThat(config.getConfigMapping(ConversationConfig.class).cache()).isEqualTo(50_000);
    assertThat(config.getConfigMapping(ConversationConfig.class).changeWindow())
        .isEqualTo(Duration.ofMinutes(15));
    assertThat(config.getConfigMapping(ReactionConfig.class).maxKinds()).isEqualTo(20);
    assertThat(config.getConfigMapping(ReactionConfig.class).maxPerMessage()).isEqualTo(500);
    assertThat(config.getConfigMapping(SearchConfig.class).indexing()).isTrue();
    assertThat(config.getConfigMapping(SearchConfig.class).rate()).isEqualTo(500);
    assertThat(config.getConfigMapping(AuditConfig.class).messages()).isTrue();
    assertThat(config.getConfigMapping(GroupConfig.class).maxMembers()).isEqualTo(5_000);
    assertThat(config.getConfigMapping(GroupConfig.class).maxPerAccount()).isEqualTo(1_000);
    assertThat(config.getConfigMapping(QueryConfig.class).maxRecords()).isEqualTo(100);
    assertThat(config.getConfigMapping(QueryConfig.class).concurrency()).isEqualTo(6);
    assertThat(config.getConfigMapping(TopicsConfig.class).partitions()).isEqualTo(6);
    assertThat(config.getConfigMapping(TopicsConfig.class).replication()).isEqualTo((short) 1);
    assertThat(config.getConfigMapping(SubscriptionConfig.class).maxEntries()).isEqualTo(1_000);
    assertThat(config.getConfigMapping(SubscriptionConfig.class).maxText().asLongValue())
        .isEqualTo(1_048_576);
    assertThat(config.getConfigMapping(DurabilityConfig.class).check()).isTrue();
  }

  @Test
  void readsEveryKey() {
    // Given
    SmallRyeConfig config =
        config(
            Map.ofEntries(
                Map.entry("parley.routing.batch.max-records", "10"),
                Map.entry("parley.routing.conversation.cache", "1001"),
                Map.entry("parley.routing.conversation.change-window", "19m"),
                Map.entry("parley.routing.reaction.max-kinds", "20"),
                Map.entry("parley.routing.reaction.max-per-message", "21"),
                Map.entry("parley.routing.search.indexing", "false"),
                Map.entry("parley.routing.search.rate", "22"),
                Map.entry("parley.routing.audit.messages", "false"),
                Map.entry("parley.routing.group.max-members", "12"),
                Map.entry("parley.routing.group.max-per-account", "13"),
                Map.entry("parley.routing.query.max-records", "14"),
                Map.entry("parley.routing.query.concurrency", "15"),
                Map.entry("parley.topics.partitions", "16"),
                Map.entry("parley.topics.replication", "3"),
                Map.entry("parley.routing.subscription.max-entries", "17"),
                Map.entry("parley.routing.subscription.max-text", "18K"),
                Map.entry("parley.routing.durability.check", "false")));

    // Then
    assertThat(config.getConfigMapping(BatchConfig.class).maxRecords()).isEqualTo(10);
    assertThat(config.getConfigMapping(ConversationConfig.class).cache()).isEqualTo(1_001);
    assertThat(config.getConfigMapping(ConversationConfig.class).changeWindow())
        .isEqualTo(Duration.ofMinutes(19));
    assertThat(config.getConfigMapping(ReactionConfig.class).maxKinds()).isEqualTo(20);
    assertThat(config.getConfigMapping(ReactionConfig.class).maxPerMessage()).isEqualTo(21);
    assertThat(config.getConfigMapping(SearchConfig.class).indexing()).isFalse();
    assertThat(config.getConfigMapping(SearchConfig.class).rate()).isEqualTo(22);
    assertThat(config.getConfigMapping(AuditConfig.class).messages()).isFalse();
    assertThat(config.getConfigMapping(GroupConfig.class).maxMembers()).isEqualTo(12);
    assertThat(config.getConfigMapping(GroupConfig.class).maxPerAccount()).isEqualTo(13);
    assertThat(config.getConfigMapping(QueryConfig.class).maxRecords()).isEqualTo(14);
    assertThat(config.getConfigMapping(QueryConfig.class).concurrency()).isEqualTo(15);
    assertThat(config.getConfigMapping(TopicsConfig.class).partitions()).isEqualTo(16);
    assertThat(config.getConfigMapping(TopicsConfig.class).replication()).isEqualTo((short) 3);
    assertThat(config.getConfigMapping(SubscriptionConfig.class).maxEntries()).isEqualTo(17);
    assertThat(config.getConfigMapping(SubscriptionConfig.class).maxText().asLongValue())
        .isEqualTo(18_432);
    assertThat(config.getConfigMapping(DurabilityConfig.class).check()).isFalse();
  }

  @Test
  void refusesValuesOutOfTheirBounds() {
    assertThatThrownBy(() -> config(Map.of("parley.routing.batch.max-records", "0")))
        .hasMessageContaining(
            "parley.routing.batch.max-records must be greater than or equal to 1");
  }

  private static SmallRyeConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withMapping(BatchConfig.class)
        .withMapping(ConversationConfig.class)
        .withMapping(ReactionConfig.class)
        .withMapping(SearchConfig.class)
        .withMapping(AuditConfig.class)
        .withMapping(GroupConfig.class)
        .withMapping(QueryConfig.class)
        .withMapping(TopicsConfig.class)
        .withMapping(SubscriptionConfig.class)
        .withMapping(DurabilityConfig.class)
        .withConverter(MemorySize.class, 100, new MemorySizeConverter())
        .withConverter(Duration.class, 100, new DurationConverter())
        .withValidator(new BeanValidationConfigValidatorImpl())
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build();
  }
}
