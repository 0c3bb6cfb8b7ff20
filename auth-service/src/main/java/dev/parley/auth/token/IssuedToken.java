package dev.parley.auth.token;

import java.time.Instant;

/// A fresh token.
///
/// @param text the signed JWT, in compact form
/// @param expiresAt end of its life, whole seconds
public record IssuedToken(String text, Instant expiresAt) {
  @Override
  public String toString() {
    return "IssuedToken[expiresAt=" + expiresAt + "]";
  }
}
