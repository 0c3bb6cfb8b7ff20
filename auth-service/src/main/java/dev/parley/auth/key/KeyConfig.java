package dev.parley.auth.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/// Where the private keys lie.
@ConfigMapping(prefix = "parley.auth.token")
public interface KeyConfig {
  /// {@return folder of the private keys; made if missing, mode 700; all instances share it}
  @WithDefault("data/auth-keys")
  Path folder();
}
