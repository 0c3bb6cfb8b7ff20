package dev.parley.gateway.credential;

import java.net.URI;
import java.time.Duration;

/// Credential settings for tests.
public record Credentials() implements CredentialConfig {

  public static Credentials settings() {
    return new Credentials();
  }

  @Override
  public URI url() {
    return URI.create("http://127.0.0.1:1");
  }

  @Override
  public String issuer() {
    return "parley";
  }

  @Override
  public String audience() {
    return "parley";
  }

  @Override
  public Duration timeout() {
    return Duration.ofSeconds(2);
  }
}
