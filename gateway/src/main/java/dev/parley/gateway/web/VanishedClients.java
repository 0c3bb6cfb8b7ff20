package dev.parley.gateway.web;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/// Has the operating system give up connections whose other side is gone without a word: a laptop
/// that was shut, a phone in a tunnel. Every WebSocket is pinged, so that something is always sent;
/// by itself TCP would hope for a quarter of an hour, and everybody would see the person online.
@Singleton
final class VanishedClients implements HttpServerOptionsCustomizer {
  private final int timeoutMillis;

  @Inject
  VanishedClients(WebConfig config) {
    timeoutMillis = Math.toIntExact(config.vanishedTimeout().toMillis());
  }

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setTcpUserTimeout(timeoutMillis);
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    options.setTcpUserTimeout(timeoutMillis);
  }
}
