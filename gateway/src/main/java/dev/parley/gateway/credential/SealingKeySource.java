package dev.parley.gateway.credential;

import java.util.concurrent.CompletableFuture;

/// Where the public key of auth-service comes from.
public interface SealingKeySource {
  /// {@return the present key; fails if auth-service does not answer in time}
  CompletableFuture<SealingKey> fetch();
}
