package dev.parley.auth.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/// What tokens say.
@ConfigMapping(prefix = "parley.auth.token")
public interface TokenConfig {
  /// {@return how long a token is good, at least 1 s}
  @WithDefault("12h")
  @DurationMin(seconds = 1)
  Duration life();

  /// {@return claim `iss`}
  @WithDefault("parley")
  @NotBlank
  String issuer();

  /// {@return claim `aud`}
  @WithDefault("parley")
  @NotBlank
  String audience();
}
