package dev.parley.auth.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.auth.Http;
import dev.parley.auth.ServiceTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Test;

@ServiceTest
class WellKnownResourceIT {
  private final URI service = Http.service();

  @Test
  void publishesTheKeysThatVerifyTokens() throws Exception {
    // When
    HttpResponse<String> response = Http.get(service, "/.well-known/jwks.json");

    // Then
    assertThat(response.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    assertThat(response.headers().firstValue("cache-control")).contains("public, max-age=60");
    assertThat(new JsonWebKeySet(response.body()).getJsonWebKeys()).isNotEmpty();
    assertThat(response.body()).doesNotContain("\"d\"");
  }

  @Test
  void publishesTheKeyToSealPasswordsTo() {
    // When
    String key = Http.get(service, "/.well-known/parley-sealing-key").body();

    // Then
    assertThat(Http.field(key, "kem")).isEqualTo("X25519");
    assertThat(Http.field(key, "keyId")).hasSize(43);
    assertThat(Base64.getUrlDecoder().decode(Http.field(key, "publicKey"))).hasSize(32);
  }

  @Test
  void isReadyOnceTheLoopRuns() {
    await()
        .untilAsserted(
            () -> assertThat(Http.get(service, "/q/health/ready").statusCode()).isEqualTo(200));
    assertThat(Http.get(service, "/q/health/ready").body())
        .contains("poll loop of parley.auth", "Database connections");
    assertThat(Http.get(service, "/q/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void showsItsMetrics() {
    await()
        .untilAsserted(() ->
            assertThat(Http.get(service, "/q/metrics").body())
                .contains(
                    "parley_auth_hash_seconds",
                    "parley_auth_hash_waiting",
                    "parley_auth_replies_lost_total",
                    "kafka_consumer"));
  }
}
