package dev.parley.gateway.door.ssh;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;

/// The ssh door.
@ConfigMapping(prefix = "parley.gateway.ssh")
public interface SshConfig {
  /// {@return port of the door; 0 takes any that is free, -1 opens no door}
  @WithDefault("2222")
  @Min(-1)
  @Max(65_535)
  int port();

  /// {@return folder of the host key, which is made at first start}
  @WithDefault("ssh")
  Path folder();

  /// {@return time in which a connection must log in}
  @WithDefault("30s")
  Duration loginTimeout();

  /// {@return wrong passwords on one connection before it is closed, 1 to 10}
  @WithDefault("3")
  @Min(1)
  @Max(10)
  int maxTries();

  /// {@return keys that a connection may offer before it is closed, 1 to 100}
  @WithDefault("12")
  @Min(1)
  @Max(100)
  int maxKeys();

  /// {@return how often something is sent to a client that is silent, so that one that is gone is
  /// noticed; 0 for never}
  @WithDefault("60s")
  Duration keepAlive();
}
