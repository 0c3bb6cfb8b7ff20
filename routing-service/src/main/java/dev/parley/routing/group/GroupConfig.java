package dev.parley.routing.group;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// Limits of groups.
@ConfigMapping(prefix = "parley.routing.group")
public interface GroupConfig {
  /// {@return most members of a group, the lobby excepted; 1 to 100,000}
  @WithDefault("5000")
  @Min(1)
  @Max(100_000)
  int maxMembers();

  /// {@return most groups that an account is in, the lobby not counted; 1 to 100,000}
  @WithDefault("1000")
  @Min(1)
  @Max(100_000)
  int maxPerAccount();
}
