package dev.parley.routing.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How much is kept in memory, and how long what was posted may be changed.
@ConfigMapping(prefix = "parley.routing.conversation")
public interface ConversationConfig {
  /// {@return most conversations kept in memory, shared out evenly among all partitions; 1,000 to
  /// 10,000,000; one takes about 300 bytes, and as much again for every four members of a group}
  @WithDefault("50000")
  @Min(1_000)
  @Max(10_000_000)
  int cache();

  /// {@return time after a message in which its author may edit or withdraw it, judged by the
  /// timestamps of the records; zero allows neither}
  @WithDefault("15m")
  Duration changeWindow();
}
