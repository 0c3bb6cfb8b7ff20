package dev.parley.routing.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RebuildConfigTest {

  @Test
  void servesUnlessToldOtherwise() {
    RebuildConfig config = config(Map.of());

    assertThat(config.enabled()).isFalse();
    assertThat(config.targets()).isEmpty();
  }

  @Test
  void readsHowFar() {
    RebuildConfig config =
        config(
            Map.of(
                "parley.routing.rebuild.enabled", "true",
                "parley.routing.rebuild.targets.0", "17",
                "parley.routing.rebuild.targets.11", "0"));

    assertThat(config.enabled()).isTrue();
    assertThat(config.targets()).containsOnly(Map.entry(0, 17L), Map.entry(11, 0L));
  }

  private static RebuildConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withMapping(RebuildConfig.class)
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build()
        .getConfigMapping(RebuildConfig.class);
  }
}
