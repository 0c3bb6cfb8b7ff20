package dev.parley.auth.password;

import dev.parley.password.PasswordRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/// What a password must be, and what hashing one costs.
@ConfigMapping(prefix = "parley.auth.password")
public interface PasswordConfig {
  /// {@return fewest characters of a password, 1 to 128}
  @WithDefault("8")
  @Min(1)
  @Max(PasswordRule.MAX_LENGTH)
  int minLength();

  /// {@return memory of one hash in KiB, 8 to 1,048,576; OWASP asks for 19,456}
  @WithDefault("19456")
  @Min(8)
  @Max(1_048_576)
  int memoryKib();

  /// {@return passes over that memory, 1 to 100}
  @WithDefault("2")
  @Min(1)
  @Max(100)
  int iterations();

  /// {@return lanes of one hash, 1 to 16; memory must be at least 8 KiB for each}
  @WithDefault("1")
  @Min(1)
  @Max(16)
  int parallelism();

  /// {@return requests that may wait for a hash beside those being hashed, 0 to 10,000}
  @WithDefault("20")
  @Min(0)
  @Max(10_000)
  int maxWaiting();

  /// {@return how long a request waits for one of those places before it is told "busy"}
  @WithDefault("4s")
  @DurationMin
  Duration maxWait();

  /// {@return how long the nonce of a sealed password is remembered; longer than the gateway's
  /// records are kept}
  @WithDefault("7d")
  @DurationMin(minutes = 10)
  Duration nonceLife();
}
