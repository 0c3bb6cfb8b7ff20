package dev.parley.auth;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/// Makes configurations as the service would get them.
public final class Configs {
  private static final int ABOVE_DEFAULTS = 500;

  private Configs() {}

  /// {@return the configuration, defaults included}
  ///
  /// @param <T> the mapping
  /// @param mapping interface of the configuration
  /// @param values full keys and what they are set to
  public static <T> T of(Class<T> mapping, Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(mapping)
        .withSources(new PropertiesConfigSource(values, "test", ABOVE_DEFAULTS))
        .build()
        .getConfigMapping(mapping);
  }
}
