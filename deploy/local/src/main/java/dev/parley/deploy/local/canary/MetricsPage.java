package dev.parley.deploy.local.canary;

import com.sun.net.httpserver.HttpServer;
import dev.parley.deploy.local.console.TroubleException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// Shows `/metrics` to Prometheus.
final class MetricsPage implements AutoCloseable {
  private final HttpServer server;

  MetricsPage(String listen, int port, Supplier<String> metrics) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(listen), port), 0);
    } catch (IOException e) {
      throw new TroubleException(
          "nothing can be shown at " + listen + ":" + port + ": " + e.getMessage(),
          "name another port: --metrics-port");
    }
    server.createContext(
        "/metrics",
        exchange -> {
          try (exchange) {
            byte[] page = metrics.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
          }
        });
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
