package dev.parley.gateway.file.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.credential.Credentials;
import dev.parley.gateway.credential.TestTokens;
import dev.parley.gateway.credential.TokenVerifier;
import dev.parley.gateway.exchange.AnsweringExchange;
import dev.parley.gateway.file.Attachments;
import dev.parley.gateway.file.Digests;
import dev.parley.gateway.file.FileConfig;
import dev.parley.gateway.file.FileDesk;
import dev.parley.gateway.file.FileFixtures;
import dev.parley.gateway.file.FileParts;
import dev.parley.gateway.file.FileStore;
import dev.parley.gateway.file.folder.FolderFileStore;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The routes on a server of their own, with a folder; services answer at once.
abstract class FilesOverHttp {
  static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path folder;

  final TestTokens tokens = new TestTokens();
  final AnsweringExchange services = new AnsweringExchange();
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  FileStore store;
  FileParts parts;
  Attachments attachments;
  FileRoutes routes;
  HttpServer server;

  @BeforeEach
  void open() {
    FileConfig config = FileFixtures.settings(folder);
    store = new FolderFileStore(folder, 0);
    parts = FileFixtures.parts(store, config, services.exchange());
    attachments = parts.attachments();
    routes = new FileRoutes(config);
    Router router = Router.router(vertx);
    routes.register(router);
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    routes.open(desk(config, parts));
  }

  FileDesk desk(FileConfig config, FileParts of) {
    TokenVerifier verifier =
        new TokenVerifier(tokens, Credentials.settings(), Runnable::run, System::nanoTime);
    return new FileDesk(services.exchange(), verifier, config, of);
  }

  /// {@return what requests work with, on another store}
  FileDesk deskOn(FileStore other) {
    FileConfig config = FileFixtures.settings(folder);
    return desk(config, FileFixtures.parts(other, config, services.exchange()));
  }

  @AfterEach
  void close() {
    http.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  String attached(byte[] bytes) {
    String path = begin("alice", bytes.length, metadata(bytes));
    assertThat(patch("alice", path, 0, bytes).statusCode()).isEqualTo(204);
    attach(path);
    return path;
  }

  void attach(String path) {
    attachments.claim("alice", id(path), "#team", "c1");
  }

  Path bytesOf(String path) {
    String id = id(path);
    return folder.resolve("files").resolve(id.substring(0, 2)).resolve(id).resolve("bytes");
  }

  List<Path> leftIn(String name) {
    try (Stream<Path> all = Files.walk(folder.resolve(name))) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  String begin(String account, long size, String metadata) {
    HttpResponse<String> answer = send(create(account, Long.toString(size), metadata));
    assertThat(answer.statusCode()).isEqualTo(201);
    return header(answer, "Location");
  }

  HttpRequest.Builder create(String account, String size, String metadata) {
    HttpRequest.Builder request =
        tus(account, "/api/files").header("Upload-Length", size).POST(BodyPublishers.noBody());
    return metadata.isEmpty() ? request : request.header("Upload-Metadata", metadata);
  }

  static String metadata(byte[] bytes) {
    return "filename "
        + base64("../../../tmp/evil.txt".getBytes(StandardCharsets.UTF_8))
        + ",sha256 "
        + base64(
            HexFormat.of()
                .formatHex(Digests.sha256().digest(bytes))
                .getBytes(StandardCharsets.UTF_8));
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  HttpResponse<String> patch(String account, String path, long offset, byte[] bytes) {
    return send(chunk(account, path, offset, bytes));
  }

  HttpRequest.Builder chunk(String account, String path, long offset, byte[] bytes) {
    return tus(account, path)
        .header("Upload-Offset", Long.toString(offset))
        .header("Content-Type", "application/offset+octet-stream")
        .method("PATCH", BodyPublishers.ofByteArray(bytes));
  }

  HttpResponse<String> head(String account, String path) {
    return send(tus(account, path).method("HEAD", BodyPublishers.noBody()));
  }

  HttpResponse<byte[]> get(String account, String path, @Nullable String range) {
    HttpRequest.Builder request = authorized(account, path);
    if (range != null) {
      request.header("Range", range);
    }
    return send(request, BodyHandlers.ofByteArray());
  }

  HttpRequest.Builder tus(String account, String path) {
    return authorized(account, path).header("Tus-Resumable", "1.0.0");
  }

  HttpRequest.Builder authorized(String account, String path) {
    return HttpRequest.newBuilder(uri(path))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + tokens.of(account));
  }

  URI uri(String path) {
    String whole = path.isEmpty() ? "/api/files" : path;
    return URI.create("http://127.0.0.1:" + server.actualPort() + whole);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request.version(HttpClient.Version.HTTP_1_1).build(), handler);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  /// Ten megabytes of nothing in ten kilobytes.
  static byte[] packed() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[10_000_000]);
    }
    return packed.toByteArray();
  }
}
