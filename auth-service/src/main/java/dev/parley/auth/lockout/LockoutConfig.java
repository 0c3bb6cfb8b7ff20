package dev.parley.auth.lockout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/// How many wrong passwords lock an account, and for how long.
@ConfigMapping(prefix = "parley.auth.lockout")
public interface LockoutConfig {
  /// {@return wrong passwords in a row that lock an account, 1 to 100}
  @WithDefault("3")
  @Min(1)
  @Max(100)
  int failures();

  /// {@return how long an account stays locked}
  @WithDefault("60s")
  @DurationMin(millis = 1)
  Duration duration();

  /// {@return age at which failures are forgotten, lock and all; longer than a lock lasts}
  @WithDefault("1h")
  @DurationMin(seconds = 1)
  Duration memory();
}
