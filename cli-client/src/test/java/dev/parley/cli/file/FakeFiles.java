package dev.parley.cli.file;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// `/api/files` with one file, in memory; can break connections and refuse.
final class FakeFiles implements AfterEachCallback {
  static final String ID = "0".repeat(31) + "1";

  private final HttpServer http;
  private byte[] bytes = {};
  private long size;
  private String metadata = "";

  /// Answers that are lost from now on, after what was asked was done.
  final AtomicInteger losesAnswers = new AtomicInteger();

  /// Bytes after which a download breaks, each time; 0 for never.
  volatile int breaksAfter;

  /// Status of a refusal, or 0.
  volatile int refuses;

  final AtomicInteger patches = new AtomicInteger();

  FakeFiles() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/api/files", this::handle);
    http.start();
  }

  FakeFiles with(byte[] stored) {
    bytes = stored;
    size = stored.length;
    return this;
  }

  FileServer server() {
    URI door = URI.create("ws://127.0.0.1:" + http.getAddress().getPort() + "/ws");
    return new FileServer(door, null, "token");
  }

  byte[] bytes() {
    return bytes;
  }

  String name() {
    return new String(
        Base64.getDecoder().decode(metadata.split("[ ,]", -1)[1]), StandardCharsets.UTF_8);
  }

  static String hash(byte[] of) {
    return HexFormat.of().formatHex(Hashes.sha256().digest(of));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    http.stop(0);
  }

  private void handle(HttpExchange call) throws IOException {
    if (refuses != 0) {
      answer(
          call,
          refuses,
          "{\"code\":\"no_room\",\"message\":\"full\"}".getBytes(StandardCharsets.UTF_8));
      return;
    }
    switch (call.getRequestMethod()) {
      case "POST" -> {
        size = Long.parseLong(call.getRequestHeaders().getFirst("Upload-Length"));
        metadata = call.getRequestHeaders().getFirst("Upload-Metadata");
        call.getResponseHeaders().add("Location", "/api/files/" + ID);
        answer(call, 201, null);
      }
      case "PATCH" -> patch(call);
      case "HEAD" -> offset(call);
      default -> get(call);
    }
  }

  private void patch(HttpExchange call) throws IOException {
    patches.incrementAndGet();
    if (Long.parseLong(call.getRequestHeaders().getFirst("Upload-Offset")) != bytes.length) {
      answer(call, 409, null);
      return;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(bytes);
    all.writeBytes(call.getRequestBody().readAllBytes());
    bytes = all.toByteArray();
    if (losesAnswers.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      call.close();
    } else {
      offset(call);
    }
  }

  private void offset(HttpExchange call) throws IOException {
    call.getResponseHeaders().add("Upload-Offset", Long.toString(bytes.length));
    answer(call, call.getRequestMethod().equals("HEAD") ? 200 : 204, null);
  }

  private void get(HttpExchange call) throws IOException {
    String range = call.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
    byte[] rest = Arrays.copyOfRange(bytes, from, (int) size);
    if (breaksAfter > 0 && rest.length > breaksAfter) {
      call.sendResponseHeaders(from == 0 ? 200 : 206, rest.length);
      call.getResponseBody().write(rest, 0, breaksAfter);
      call.getResponseBody().flush();
      call.close();
    } else {
      answer(call, from == 0 ? 200 : 206, rest);
    }
  }

  private static void answer(HttpExchange call, int status, byte @Nullable [] body)
      throws IOException {
    call.getRequestBody().readAllBytes();
    call.sendResponseHeaders(status, body == null ? -1 : body.length);
    if (body != null) {
      call.getResponseBody().write(body);
    }
    call.close();
  }

  /// {@return the same bytes each time}
  static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(3).nextBytes(bytes);
    return bytes;
  }
}
