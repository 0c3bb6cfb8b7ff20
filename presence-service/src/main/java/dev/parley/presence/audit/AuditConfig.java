package dev.parley.presence.audit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;

/// Where the audit trail is kept, and how much of it.
@ConfigMapping(prefix = "parley.presence.audit")
public interface AuditConfig {

  /// {@return the file with a JSON line for each event; instances on one machine may share it}
  @WithDefault("audit.log")
  @NotNull
  Path file();

  /// {@return size above which the file becomes `.1` and a new one is begun}
  @WithDefault("64M")
  @NotNull
  MemorySize rotateAt();

  /// {@return how many old files are kept; 1 to 1,000}
  @WithDefault("5")
  @Min(1)
  @Max(1_000)
  int keep();

  /// {@return how long events are kept in the database}
  @WithDefault("365d")
  @NotNull
  Duration retention();
}
