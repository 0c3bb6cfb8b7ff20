package dev.parley.routing.service;

import dev.parley.routing.ownership.InstanceId;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Names this run of the service.
@Singleton
final class RandomIds {
  private static final int LENGTH = 8;

  @Produces
  @Singleton
  InstanceId instance() {
    return new InstanceId("routing-" + UUID.randomUUID().toString().substring(0, LENGTH));
  }
}
