package dev.parley.presence.session;

import java.time.Duration;

/// Limits as a test wants them.
record FixedSessionConfig(int maxPerAccount, int announceLimit, Duration retention)
    implements SessionConfig {

  static FixedSessionConfig perAccount(int max) {
    return new FixedSessionConfig(max, 500, Duration.ofDays(30));
  }

  static FixedSessionConfig announcingUpTo(int limit) {
    return new FixedSessionConfig(1, limit, Duration.ofDays(30));
  }
}
