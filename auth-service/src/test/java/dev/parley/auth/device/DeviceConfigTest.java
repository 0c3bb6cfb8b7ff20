package dev.parley.auth.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Configs;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeviceConfigTest {
  @Test
  void hasTheseDefaults() {
    DeviceConfig config = Configs.of(DeviceConfig.class, Map.of());

    assertThat(config.maxPerAccount()).isEqualTo(8);
    assertThat(config.maxLinks()).isEqualTo(200);
  }

  @Test
  void takesEveryValueFromItsKey() {
    DeviceConfig config =
        Configs.of(
            DeviceConfig.class,
            Map.of("parley.auth.device.max-per-account", "3", "parley.auth.device.max-links", "9"));

    assertThat(config.maxPerAccount()).isEqualTo(3);
    assertThat(config.maxLinks()).isEqualTo(9);
  }
}
