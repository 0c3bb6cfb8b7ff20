package dev.parley.gateway.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// Where auth-service publishes its keys.
@ConfigMapping(prefix = "parley.gateway.credentials")
public interface CredentialConfig {
  /// {@return base URL of auth-service}
  @WithDefault("http://localhost:8081")
  URI url();

  /// {@return claim `iss` of its tokens}
  @WithDefault("parley")
  String issuer();

  /// {@return claim `aud` of its tokens}
  @WithDefault("parley")
  String audience();

  /// {@return longest wait for an answer}
  @WithDefault("2s")
  Duration timeout();
}
