package dev.parley.gateway.exchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How long and for how many answers the gateway waits.
@ConfigMapping(prefix = "parley.gateway.exchange")
public interface ExchangeConfig {
  /// {@return longest wait for the answer of a service; then the client is told `unavailable`}
  @WithDefault("10s")
  Duration deadline();

  /// {@return most requests under way at one time, 100 to 1,000,000}
  @WithDefault("50000")
  @Min(100)
  @Max(1_000_000)
  int maxPending();
}
