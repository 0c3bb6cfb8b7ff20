package dev.parley.gateway.credential.rest;

import dev.parley.gateway.credential.CredentialConfig;
import dev.parley.gateway.credential.TokenKeySource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Asks auth-service over HTTP: `GET /.well-known/jwks.json`.
public final class HttpTokenKeySource implements TokenKeySource {
  private static final String PATH = "/.well-known/jwks.json";

  private final HttpClient http;
  private final URI address;
  private final Duration timeout;

  /// Asks where the configuration says.
  ///
  /// @param config base URL and time limit
  public HttpTokenKeySource(CredentialConfig config) {
    this.address = config.url().resolve(PATH);
    this.timeout = config.timeout();
    this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
  }

  @Override
  public CompletableFuture<String> fetch() {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(timeout).GET().build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpTokenKeySource::read);
  }

  private static String read(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new CompletionException("status " + response.statusCode(), null);
    }
    return response.body();
  }
}
