package dev.parley.presence.job;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Gives everyone the system's clock; tests give another.
final class SystemClock {

  SystemClock() {}

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }
}
