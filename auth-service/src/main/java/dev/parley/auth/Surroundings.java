package dev.parley.auth;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;

/// Clock and chance, injected so that tests can put their own in place.
final class Surroundings {
  @Produces
  @Singleton
  static InstantSource clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  static SecureRandom random() {
    return new SecureRandom();
  }
}
