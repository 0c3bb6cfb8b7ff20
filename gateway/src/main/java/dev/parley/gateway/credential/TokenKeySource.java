package dev.parley.gateway.credential;

import java.util.concurrent.CompletableFuture;

/// Where the public keys that verify tokens come from.
@FunctionalInterface
public interface TokenKeySource {
  /// {@return the present keys as a JWKS document (RFC 7517 section 5); fails if auth-service does
  /// not answer in time}
  CompletableFuture<String> fetch();
}
