package dev.parley.presence;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/// Reads configuration mappings as the service does, without starting it.
public final class Configs {

  private Configs() {}

  /// {@return the mapping with these values and defaults for the rest}
  ///
  /// @param type the mapping
  /// @param values by key
  /// @param <T> the mapping
  public static <T> T of(Class<T> type, Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .addDiscoveredValidator()
        .withMapping(type)
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build()
        .getConfigMapping(type);
  }
}
