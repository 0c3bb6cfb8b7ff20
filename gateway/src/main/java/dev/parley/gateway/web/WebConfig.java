package dev.parley.gateway.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// What a connection to the HTTP ports may cost before it says something.
@ConfigMapping(prefix = "parley.gateway.web")
public interface WebConfig {
  /// {@return time in which a connection must have asked for something, line and headers complete,
  /// and after an answer for something else; above 0. Not counted while an answer is under way}
  @WithDefault("15s")
  Duration requestTimeout();

  /// {@return time after which a connection is given up whose other side acknowledges nothing of
  /// what was sent, pings included; above 0. Of Linux only (TCP_USER_TIMEOUT, RFC 5482)}
  @WithDefault("60s")
  Duration vanishedTimeout();

  /// {@return connections of one network address, WebSockets included; addresses of this machine
  /// are exempt}
  @WithDefault("256")
  @Min(1)
  int connectionsPerAddress();

  /// {@return connections in all, WebSockets included}
  @WithDefault("14000")
  @Min(1)
  int connections();
}
