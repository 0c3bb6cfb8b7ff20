package dev.parley.routing.service;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The clock, for reads only: conversations are made of the times of records.
@Singleton
final class SystemTime {
  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }
}
