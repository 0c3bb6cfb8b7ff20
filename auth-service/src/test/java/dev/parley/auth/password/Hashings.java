package dev.parley.auth.password;

import dev.parley.auth.Configs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;

/// Password hashing that costs next to nothing.
public final class Hashings {
  private Hashings() {}

  /// {@return hashing with the default limits}
  public static PasswordHashing cheap() {
    return with(Map.of());
  }

  /// {@return hashing with no place to wait and no time either: busy as soon as all cores are}
  public static PasswordHashing impatient() {
    return with(
        Map.of("parley.auth.password.max-waiting", "0", "parley.auth.password.max-wait", "10ms"));
  }

  /// {@return hashing with some settings changed}
  ///
  /// @param settings full keys and what they are set to
  public static PasswordHashing with(Map<String, String> settings) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "parley.auth.password.memory-kib", "64", "parley.auth.password.iterations", "1"));
    all.putAll(settings);
    return new PasswordHashing(
        Configs.of(PasswordConfig.class, all), new SecureRandom(), new SimpleMeterRegistry());
  }
}
