package dev.parley.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.Set;

/// What one account, one address and one connection may do.
@ConfigMapping(prefix = "parley.gateway.limit")
public interface LimitConfig {
  /// {@return whether rates and counts are limited at all; sizes always are}
  @WithDefault("true")
  boolean enabled();

  /// {@return messages that a session may post each second, in the long run; at least 1}
  @WithDefault("20")
  @Min(1)
  int messagesPerSecond();

  /// {@return messages that a session may post at once}
  @WithDefault("100")
  @Min(1)
  int messageBurst();

  /// {@return other commands that a connection may give each second, in the long run; at least 1}
  @WithDefault("10")
  @Min(1)
  int commandsPerSecond();

  /// {@return other commands that a connection may give at once}
  @WithDefault("100")
  @Min(1)
  int commandBurst();

  /// {@return accounts whose messages are not limited, such as bots}
  Optional<Set<String>> trusted();

  /// {@return connections of one network address; addresses of this machine are exempt}
  @WithDefault("64")
  @Min(1)
  int connectionsPerAddress();

  /// {@return connections of all doors together}
  @WithDefault("12000")
  @Min(1)
  int connections();

  /// {@return connections of all doors together on which nobody has logged in yet}
  @WithDefault("1000")
  @Min(1)
  int unauthenticated();

  /// {@return passwords that one network address may try each minute, in the long run, over all
  /// doors; addresses of this machine are exempt}
  @WithDefault("60")
  @Min(1)
  int loginsPerMinute();

  /// {@return passwords that one network address may try at once}
  @WithDefault("60")
  @Min(1)
  int loginBurst();

  /// {@return accounts that one network address may make each hour, in the long run; addresses of
  /// this machine are exempt}
  @WithDefault("60")
  @Min(1)
  int registrationsPerHour();

  /// {@return accounts that one network address may make at once}
  @WithDefault("60")
  @Min(1)
  int registrationBurst();

  /// {@return wrong passwords on one connection before it is closed}
  @WithDefault("10")
  @Min(1)
  int wrongPasswords();
}
