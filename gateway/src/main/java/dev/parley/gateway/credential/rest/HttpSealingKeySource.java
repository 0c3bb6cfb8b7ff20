package dev.parley.gateway.credential.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.gateway.credential.CredentialConfig;
import dev.parley.gateway.credential.SealingKey;
import dev.parley.gateway.credential.SealingKeySource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Asks auth-service over HTTP: `GET /.well-known/parley-sealing-key`.
public final class HttpSealingKeySource implements SealingKeySource {
  private static final String PATH = "/.well-known/parley-sealing-key";
  private static final int KEY_LENGTH = 32;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final HttpClient http;
  private final URI address;
  private final Duration timeout;

  /// Asks where the configuration says.
  ///
  /// @param config base URL and time limit
  public HttpSealingKeySource(CredentialConfig config) {
    this.address = config.url().resolve(PATH);
    this.timeout = config.timeout();
    this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
  }

  @Override
  public CompletableFuture<SealingKey> fetch() {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(timeout).GET().build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpSealingKeySource::read);
  }

  private static SealingKey read(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new CompletionException("status " + response.statusCode(), null);
    }
    try {
      JsonNode json = MAPPER.readTree(response.body());
      byte[] publicKey = Base64.getUrlDecoder().decode(json.path("publicKey").asText());
      if (publicKey.length != KEY_LENGTH) {
        throw new CompletionException(
            "public key must have 32 bytes, got " + publicKey.length, null);
      }
      return new SealingKey(json.path("keyId").asText(), publicKey);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new CompletionException("unreadable sealing key", e);
    }
  }
}
