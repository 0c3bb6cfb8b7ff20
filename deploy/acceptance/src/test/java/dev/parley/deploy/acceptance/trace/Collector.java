package dev.parley.deploy.acceptance.trace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/// Takes traces by OTLP over HTTP and keeps them.
public final class Collector implements AutoCloseable {
  private final List<byte[]> exports = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /// Listens on a free port of this machine.
  public Collector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  /// {@return what tells a stack to follow every message, and to tell this collector of it}
  public Map<String, String> settings() {
    return Map.of(
        "quarkus.otel.sdk.disabled", "false",
        "quarkus.otel.exporter.otlp.endpoint", "http://127.0.0.1:" + server.getAddress().getPort(),
        "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
        "quarkus.otel.bsp.schedule.delay", "500ms",
        "parley.gateway.trace.ratio", "1");
  }

  /// {@return the spans that have come}
  public List<Span> spans() {
    return exports.stream().flatMap(each -> Span.of(each).stream()).toList();
  }

  /// {@return whether something that has come holds the words}
  ///
  /// @param words ASCII
  public boolean holds(String words) {
    return exports.stream()
        .anyMatch(each -> new String(each, StandardCharsets.ISO_8859_1).contains(words));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      var body = exchange.getRequestBody();
      exports.add(packed ? new GZIPInputStream(body).readAllBytes() : body.readAllBytes());
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }
}
