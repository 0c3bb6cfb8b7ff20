package dev.parley.routing.service;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Tells the time of this machine, which enters nothing that is stored.
@Singleton
final class SystemClock {
  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }
}
