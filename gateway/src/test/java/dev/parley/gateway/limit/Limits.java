package dev.parley.gateway.limit;

import java.util.Optional;
import java.util.Set;

/// Limits for tests.
public record Limits(
    boolean enabled,
    int messagesPerSecond,
    int messageBurst,
    int commandsPerSecond,
    int commandBurst,
    int connectionsPerAddress,
    int connections,
    int unauthenticated,
    int wrongPasswords)
    implements LimitConfig {

  public static Limits off() {
    return new Limits(false, 1, 1, 1, 1, 1, 1, 1, 10);
  }

  @Override
  public int loginsPerMinute() {
    return 60;
  }

  @Override
  public int loginBurst() {
    return 2;
  }

  @Override
  public int registrationsPerHour() {
    return 3_600;
  }

  @Override
  public int registrationBurst() {
    return 1;
  }

  @Override
  public Optional<Set<String>> trusted() {
    return Optional.of(Set.of("bot"));
  }
}
