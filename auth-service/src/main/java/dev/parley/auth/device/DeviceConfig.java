package dev.parley.auth.device;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// How many encryption devices there may be. A message is sealed to each of both sides.
@ConfigMapping(prefix = "parley.auth.device")
public interface DeviceConfig {
  /// {@return most devices of one account at a time, 1 to 8, which is what a message has room for}
  @WithDefault("8")
  @Min(1)
  @Max(8)
  int maxPerAccount();

  /// {@return most links of one account's list, those that revoke counted too, 8 to 1,000; then its
  /// owner starts over}
  @WithDefault("200")
  @Min(8)
  @Max(1_000)
  int maxLinks();
}
