package dev.parley.auth.sshkey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// How many ssh keys there may be.
@ConfigMapping(prefix = "parley.auth.sshkey")
public interface SshKeyConfig {
  /// {@return most keys of one account, 1 to 1,000}
  @WithDefault("20")
  @Min(1)
  @Max(1_000)
  int maxPerAccount();
}
