package dev.parley.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VanishedClientsTest {
  private final VanishedClients clients = new VanishedClients(new Settings());

  @Test
  void limitsHowLongBothServersWaitForWhoAcknowledgesNothing() {
    // Given
    HttpServerOptions plain = new HttpServerOptions();
    HttpServerOptions tls = new HttpServerOptions();

    // When
    clients.customizeHttpServer(plain);
    clients.customizeHttpsServer(tls);

    // Then
    assertThat(plain.getTcpUserTimeout()).isEqualTo(45_000);
    assertThat(tls.getTcpUserTimeout()).isEqualTo(45_000);
  }

  private record Settings() implements WebConfig {
    @Override
    public Duration requestTimeout() {
      return Duration.ofSeconds(15);
    }

    @Override
    public Duration vanishedTimeout() {
      return Duration.ofSeconds(45);
    }

    @Override
    public int connectionsPerAddress() {
      return 1;
    }

    @Override
    public int connections() {
      return 1;
    }
  }
}
