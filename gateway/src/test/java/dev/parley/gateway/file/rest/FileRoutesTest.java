package dev.parley.gateway.file.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ErrorCode;
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
import dev.parley.gateway.file.StoredFile;
import dev.parley.gateway.file.Tickets;
import dev.parley.gateway.file.Uploads;
import dev.parley.gateway.file.folder.FolderFileStore;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
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
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The routes on a server of their own, with a folder; services answer at once.
class FileRoutesTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final TestTokens tokens = new TestTokens();
  private final AnsweringExchange services = new AnsweringExchange();
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private FileStore store;
  private FileParts parts;
  private Attachments attachments;
  private FileRoutes routes;
  private HttpServer server;

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

  private FileDesk desk(FileConfig config, FileParts of) {
    TokenVerifier verifier =
        new TokenVerifier(tokens, Credentials.settings(), Runnable::run, System::nanoTime);
    return new FileDesk(services.exchange(), verifier, config, of);
  }

  @AfterEach
  void close() {
    http.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void tellsWhatOfTusItSpeaks() {
    // When
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(uri("")).method("OPTIONS", BodyPublishers.noBody()));

    // Then
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(header(answer, "Tus-Version")).isEqualTo("1.0.0");
    assertThat(header(answer, "Tus-Extension"))
        .isEqualTo("creation,expiration,checksum,termination");
    assertThat(header(answer, "Tus-Max-Size")).isEqualTo("1000000");
  }

  @Test
  void takesAFileInChunksAndHandsItOutAgain() {
    // Given
    byte[] bytes = random(300_000);
    String path = begin("alice", bytes.length, metadata(bytes));

    // When
    HttpResponse<String> first = patch("alice", path, 0, Arrays.copyOf(bytes, 200_000));
    HttpResponse<String> second =
        patch("alice", path, 200_000, Arrays.copyOfRange(bytes, 200_000, bytes.length));
    attach(path);
    HttpResponse<byte[]> got = get("bob", path, null);

    // Then
    assertThat(header(first, "Upload-Offset")).isEqualTo("200000");
    assertThat(first.statusCode()).isEqualTo(204);
    assertThat(header(second, "Repr-Digest")).startsWith("sha-256=:");
    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(got.body()).isEqualTo(bytes);
    assertThat(header(got, "Content-Disposition"))
        .isEqualTo("attachment; filename=\"evil.txt\"; filename*=UTF-8''evil.txt");
    assertThat(header(got, "Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
    assertThat(header(got, "Content-Type")).isEqualTo("application/octet-stream");
  }

  @Test
  void handsOutAPart() {
    // Given
    byte[] bytes = random(1_000);
    String path = attached(bytes);

    // When
    HttpResponse<byte[]> part = get("bob", path, "bytes=100-199");
    HttpResponse<byte[]> none = get("bob", path, "bytes=1000-");

    // Then
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(header(part, "Content-Range")).isEqualTo("bytes 100-199/1000");
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, 100, 200));
    assertThat(none.statusCode()).isEqualTo(416);
    assertThat(header(none, "Content-Range")).isEqualTo("bytes */1000");
  }

  @Test
  void tellsHowFarAnUploadIs() {
    // Given
    String path = begin("alice", 10, "");
    patch("alice", path, 0, new byte[] {1, 2, 3});

    // When
    HttpResponse<String> head = head("alice", path);

    // Then
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(header(head, "Upload-Offset")).isEqualTo("3");
    assertThat(header(head, "Upload-Length")).isEqualTo("10");
    assertThat(header(head, "Upload-Expires")).endsWith("GMT");
  }

  @Test
  void refusesAChunkForAnotherPlace() {
    // Given
    String path = begin("alice", 10, "");

    // When / Then
    assertThat(patch("alice", path, 5, new byte[] {1}).statusCode()).isEqualTo(409);
  }

  /// Nothing of a chunk with another hash is kept; it can be sent again.
  @Test
  void throwsAwayAChunkWithAForgedHash() {
    // Given
    byte[] bytes = "hello".getBytes(StandardCharsets.UTF_8);
    String path = begin("alice", 5, "");

    // When
    HttpResponse<String> forged =
        send(chunk("alice", path, 0, bytes).header("Upload-Checksum", sha256(new byte[] {1})));
    HttpResponse<String> head = head("alice", path);
    HttpResponse<String> honest =
        send(chunk("alice", path, 0, bytes).header("Upload-Checksum", sha256(bytes)));

    // Then
    assertThat(forged.statusCode()).isEqualTo(460);
    assertThat(header(head, "Upload-Offset")).isEqualTo("0");
    assertThat(honest.statusCode()).isEqualTo(204);
  }

  @Test
  void throwsAwayAFileWithAForgedHash() {
    // Given
    byte[] bytes = "hello".getBytes(StandardCharsets.UTF_8);
    String path = begin("alice", 5, metadata(new byte[] {1}));

    // When
    HttpResponse<String> answer = patch("alice", path, 0, bytes);

    // Then
    assertThat(answer.statusCode()).isEqualTo(460);
    assertThat(head("alice", path).statusCode()).isEqualTo(404);
    assertThat(store.usage("alice").files()).isZero();
  }

  @Test
  void refusesWhatIsTooLongBeforeItIsSent() {
    // When
    HttpResponse<String> begun = send(create("alice", "1000001", ""));
    String path = begin("alice", 10, "");
    HttpResponse<String> longer = patch("alice", path, 0, new byte[11]);

    // Then
    assertThat(begun.statusCode()).isEqualTo(413);
    assertThat(begun.body()).contains("\"code\":\"too_long\"");
    assertThat(longer.statusCode()).isEqualTo(413);
    assertThat(header(head("alice", path), "Upload-Offset")).isEqualTo("0");
  }

  @Test
  void refusesWhatAnAccountHasNoRoomForBeforeItIsSent() {
    // Given
    for (int i = 0; i < 3; i++) {
      begin("alice", 1_000_000, "");
    }

    // When
    HttpResponse<String> more = send(create("alice", "1", ""));
    HttpResponse<String> others = send(create("bob", "1", ""));

    // Then
    assertThat(more.statusCode()).isEqualTo(413);
    assertThat(more.body()).contains("\"code\":\"no_room\"");
    assertThat(store.usage("alice")).isEqualTo(new FileStore.Usage(3_000_000, 3));
    assertThat(others.statusCode()).isEqualTo(201);
  }

  /// D13: what could be a path is the id of no file, whatever is asked of it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "..%2f..%2f..%2f..%2fetc%2fpasswd",
        "..%5c..%5csecret",
        "%2e%2e%2fsecret",
        "secret",
        "0123456789abcdef0123456789abcde%2f",
        "0123456789abcdef0123456789abcde%00",
        "0123456789ABCDEF0123456789ABCDEF"
      })
  void findsNoFileByAPath(String id) {
    // Given
    byte[] secret = store.secret();
    String path = "/api/files/" + id;

    // When
    HttpResponse<byte[]> got = get("alice", path, null);

    // Then
    assertThat(got.statusCode()).isIn(400, 404);
    assertThat(new String(got.body(), StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1), "root:");
    assertThat(head("alice", path).statusCode()).isIn(400, 404);
    assertThat(patch("alice", path, 0, new byte[] {1}).statusCode()).isIn(400, 404);
    assertThat(send(tus("alice", path).DELETE()).statusCode()).isIn(400, 404);
    assertThat(store.secret()).isEqualTo(secret);
  }

  /// D16: a body of unknown length is cut off where the file ends.
  @Test
  void cutsOffABodyWithoutALength() {
    // Given
    String path = begin("alice", 10, "");

    // When
    HttpRequest.Builder endless =
        chunk("alice", path, 0, new byte[0])
            .method("PATCH", BodyPublishers.ofInputStream(() -> InputStream.nullInputStream()));
    HttpRequest.Builder tooMuch =
        chunk("alice", path, 0, new byte[0])
            .method(
                "PATCH",
                BodyPublishers.ofInputStream(
                    () -> new java.io.ByteArrayInputStream(new byte[100_000])));

    // Then
    assertThat(send(endless).statusCode()).isEqualTo(204);
    assertThat(send(tooMuch).statusCode()).isEqualTo(413);
  }

  /// D15: nothing is unpacked.
  @Test
  void refusesAPackedBody() throws IOException {
    // Given
    String path = begin("alice", 1_000, "");

    // When
    HttpResponse<String> answer =
        send(chunk("alice", path, 0, packed()).header("Content-Encoding", "gzip"));

    // Then
    assertThat(answer.statusCode()).isEqualTo(415);
  }

  /// D14: an archive is bytes like others.
  @Test
  void keepsAZipOfDeathAsBytes() throws IOException {
    // Given
    byte[] bomb = packed();

    // When
    HttpResponse<byte[]> got = get("bob", attached(bomb), null);

    // Then
    assertThat(got.body()).isEqualTo(bomb);
    assertThat(header(got, "Content-Disposition")).startsWith("attachment;");
  }

  /// D12: polyglots. What begins as an image is served as that and nothing else; the rest as bytes.
  @ParameterizedTest
  @CsvSource({
    "'GIF89a/*<script>alert(1)</script>*/=1', image/gif, inline",
    "'<svg onload=''alert(1)''/>', application/octet-stream, attachment",
    "'<html><script>alert(1)</script>', application/octet-stream, attachment",
    "'<?xml version=''1.0''?><svg onload=''alert(1)''/>', application/octet-stream, attachment",
    "'%PDF-1.7 <script>alert(1)</script>', application/octet-stream, attachment",
    "'PK\u0003\u0004<html><script>alert(1)</script>', application/octet-stream, attachment",
    "'just text', application/octet-stream, attachment"
  })
  void handsOutNothingThatABrowserRuns(String text, String type, String disposition) {
    // When
    HttpResponse<byte[]> got = get("bob", attached(text.getBytes(StandardCharsets.UTF_8)), null);

    // Then
    assertThat(header(got, "Content-Type")).isEqualTo(type);
    assertThat(header(got, "Content-Disposition")).startsWith(disposition + ";");
    assertThat(header(got, "Content-Security-Policy")).contains("sandbox");
  }

  /// A12: an upload is its owner's; a file is for members.
  @Test
  void showsNobodyWhatIsNotTheirs() {
    // Given
    String path = begin("alice", 10, "");
    String sent = attached(new byte[] {1});
    services.answerFetch(fetch -> fetch.account().equals("bob") ? null : ErrorCode.NOT_MEMBER);

    // When / Then
    assertThat(head("eve", path).statusCode()).isEqualTo(404);
    assertThat(patch("eve", path, 0, new byte[] {1}).statusCode()).isEqualTo(404);
    assertThat(send(tus("eve", path).DELETE()).statusCode()).isEqualTo(404);
    assertThat(get("eve", sent, null).statusCode()).isEqualTo(404);
    assertThat(get("bob", sent, null).statusCode()).isEqualTo(200);
    assertThat(get("alice", path, null).statusCode()).isEqualTo(404);
  }

  @Test
  void wantsATokenThatIsGoodNow() {
    // Given
    String sent = attached(new byte[] {1});
    services.close("bob");

    // When / Then
    assertThat(get("bob", sent, null).statusCode()).isEqualTo(401);
    assertThat(send(HttpRequest.newBuilder(uri(sent))).statusCode()).isEqualTo(401);
    assertThat(
            send(HttpRequest.newBuilder(uri(sent)).header("Authorization", "Bearer x"))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void wantsTheVersionOfTus() {
    // Given
    String path = begin("alice", 10, "");

    // When
    HttpResponse<String> answer =
        send(authorized("alice", path).method("HEAD", BodyPublishers.noBody()));

    // Then
    assertThat(answer.statusCode()).isEqualTo(412);
  }

  /// D1: whatever a path looks like, it leads to no file without a token.
  @ParameterizedTest
  @ValueSource(strings = {";x", "%3Bx", "/", "%2F", "/.", "/../x", "%00", "%2e%2e%2f"})
  void protectsEveryWayToAFile(String tail) {
    // Given
    String sent = attached(new byte[] {1});

    // When / Then
    assertThat(send(HttpRequest.newBuilder(uri(sent + tail))).statusCode()).isIn(400, 401, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "", "99999999999999999999"})
  void refusesALengthThatIsNone(String length) {
    assertThat(send(create("alice", length, "")).statusCode()).isEqualTo(400);
  }

  @Test
  void endsAnUpload() {
    // Given
    String path = begin("alice", 10, "");

    // When
    HttpResponse<String> ended = send(tus("alice", path).DELETE());

    // Then
    assertThat(ended.statusCode()).isEqualTo(204);
    assertThat(head("alice", path).statusCode()).isEqualTo(404);
  }

  /// What came of a chunk without a hash before the connection broke is kept; of one with a hash
  /// nothing is.
  @ParameterizedTest
  @CsvSource({"false, 7", "true, 0"})
  void keepsWhatCameBeforeTheConnectionBroke(boolean hashed, String kept) throws IOException {
    // Given
    String path = begin("alice", 100, "");
    String hash = hashed ? "Upload-Checksum: " + sha256(new byte[] {1}) + "\r\n" : "";
    String request =
        "PATCH %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nTus-Resumable: 1.0.0\r\n%s"
                .formatted(path, tokens.of("alice"), hash)
            + "Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\n"
            + "Content-Length: 100\r\n\r\n1234567";

    // When
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      await().atMost(LIMIT).until(() -> Files.size(bytesOf(path)) == 7);
    }

    // Then
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(Files.size(bytesOf(path))).isEqualTo(Long.parseLong(kept)));
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> assertThat(header(head("alice", path), "Upload-Offset")).isEqualTo(kept));
  }

  @Test
  void handsOutASmallPictureToWhoMayHaveTheFile() throws IOException {
    // Given
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", png);
    String image = attached(png.toByteArray());
    String text = attached("text".getBytes(StandardCharsets.UTF_8));
    services.answerFetch(fetch -> fetch.account().equals("bob") ? null : ErrorCode.NOT_MEMBER);

    // When
    HttpResponse<byte[]> small = get("bob", image + "/thumbnail", null);

    // Then
    assertThat(small.statusCode()).isEqualTo(200);
    assertThat(header(small, "Content-Type")).isEqualTo("image/jpeg");
    assertThat(get("eve", image + "/thumbnail", null).statusCode()).isEqualTo(404);
    assertThat(get("bob", text + "/thumbnail", null).statusCode()).isEqualTo(404);
  }

  @Test
  void takesAFileWithAnAddressOfOneUseAndPostsIt() {
    // Given
    String address = upload("alice", 5);

    // When
    HttpResponse<String> sent = put(address, "hello");
    HttpResponse<String> again = put(address, "hello");

    // Then
    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(sent.body()).isEqualTo("sent to #team as message 7\n");
    assertThat(again.statusCode()).isIn(404, 410);
    assertThat(services.posts()).hasSize(1);
    assertThat(services.posts().getFirst().text()).isEqualTo("a.txt");
  }

  @ParameterizedTest
  @CsvSource({"hell, 400", "hello!, 413"})
  void forgetsAFileThatIsNotAsAnnounced(String text, int status) {
    // When
    HttpResponse<String> answer = put(upload("alice", 5), text);

    // Then
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(services.posts()).isEmpty();
  }

  @Test
  void handsOutAFileOnceWithAnAddress() {
    // Given
    byte[] bytes = {1, 2, 3};
    String ticket = parts.tickets().make(Tickets.Kind.DOWNLOAD, id(attached(bytes)), "bob");

    // When
    HttpResponse<byte[]> got = once(ticket);

    // Then
    assertThat(got.body()).isEqualTo(bytes);
    assertThat(once(ticket).statusCode()).isEqualTo(410);
  }

  @Test
  void asksWhetherTheAccountOfAnAddressMayHaveTheFile() {
    // Given
    String file = id(attached(new byte[] {1}));
    services.answerFetch(fetch -> fetch.account().equals("bob") ? null : ErrorCode.NOT_MEMBER);

    // When / Then
    String foreign = parts.tickets().make(Tickets.Kind.DOWNLOAD, file, "eve");
    assertThat(once(foreign).statusCode()).isEqualTo(404);
    services.close("bob");
    String closed = parts.tickets().make(Tickets.Kind.DOWNLOAD, file, "bob");
    assertThat(once(closed).statusCode()).isEqualTo(401);
  }

  @Test
  void takesNoAddressThatIsOverOrForged() {
    // Given
    String file = id(attached(new byte[] {1}));
    Tickets past = FileFixtures.tickets(() -> Instant.now().minusSeconds(16 * 60));
    String good = parts.tickets().make(Tickets.Kind.DOWNLOAD, file, "bob");

    // When / Then
    assertThat(once(past.make(Tickets.Kind.DOWNLOAD, file, "bob")).statusCode()).isEqualTo(410);
    assertThat(once(good.substring(1)).statusCode()).isEqualTo(410);
    assertThat(once(parts.tickets().make(Tickets.Kind.UPLOAD, file, "bob")).statusCode())
        .isEqualTo(410);
  }

  private String upload(String account, long size) {
    StoredFile file =
        parts.uploads().begin(account, new Uploads.Wish("a.txt", size, null, "#team"));
    return "/api/files/once/" + parts.tickets().make(Tickets.Kind.UPLOAD, file.id(), account);
  }

  private HttpResponse<String> put(String address, String text) {
    return send(
        HttpRequest.newBuilder(uri(address)).timeout(LIMIT).PUT(BodyPublishers.ofString(text)));
  }

  private HttpResponse<byte[]> once(String ticket) {
    return send(
        HttpRequest.newBuilder(uri("/api/files/once/" + ticket)).timeout(LIMIT),
        BodyHandlers.ofByteArray());
  }

  @Test
  void saysThatTheDiskIsFullAndForgetsTheUpload() {
    // Given
    routes.open(deskOnAFullDisk());
    String path = begin("alice", 10, "");

    // When
    HttpResponse<String> answer = patch("alice", path, 0, new byte[10]);

    // Then
    assertThat(answer.statusCode()).isEqualTo(507);
    assertThat(answer.body()).contains("\"code\":\"unavailable\"").contains("no room");
    assertThat(store.usage("alice").files()).isZero();
    assertThat(leftIn("files")).isEmpty();
  }

  private FileDesk deskOnAFullDisk() {
    FileConfig config = FileFixtures.settings(folder);
    return desk(config, FileFixtures.parts(new FullStore(store), config, services.exchange()));
  }

  private String attached(byte[] bytes) {
    String path = begin("alice", bytes.length, metadata(bytes));
    assertThat(patch("alice", path, 0, bytes).statusCode()).isEqualTo(204);
    attach(path);
    return path;
  }

  private void attach(String path) {
    attachments.claim("alice", id(path), "#team", "c1");
  }

  private Path bytesOf(String path) {
    String id = id(path);
    return folder.resolve("files").resolve(id.substring(0, 2)).resolve(id).resolve("bytes");
  }

  private List<Path> leftIn(String name) {
    try (Stream<Path> all = Files.walk(folder.resolve(name))) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private String begin(String account, long size, String metadata) {
    HttpResponse<String> answer = send(create(account, Long.toString(size), metadata));
    assertThat(answer.statusCode()).isEqualTo(201);
    return header(answer, "Location");
  }

  private HttpRequest.Builder create(String account, String size, String metadata) {
    HttpRequest.Builder request =
        tus(account, "/api/files").header("Upload-Length", size).POST(BodyPublishers.noBody());
    return metadata.isEmpty() ? request : request.header("Upload-Metadata", metadata);
  }

  private static String metadata(byte[] bytes) {
    return "filename "
        + base64("../../../tmp/evil.txt".getBytes(StandardCharsets.UTF_8))
        + ",sha256 "
        + base64(
            HexFormat.of()
                .formatHex(Digests.sha256().digest(bytes))
                .getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    return "sha256 " + base64(Digests.sha256().digest(bytes));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private HttpResponse<String> patch(String account, String path, long offset, byte[] bytes) {
    return send(chunk(account, path, offset, bytes));
  }

  private HttpRequest.Builder chunk(String account, String path, long offset, byte[] bytes) {
    return tus(account, path)
        .header("Upload-Offset", Long.toString(offset))
        .header("Content-Type", "application/offset+octet-stream")
        .method("PATCH", BodyPublishers.ofByteArray(bytes));
  }

  private HttpResponse<String> head(String account, String path) {
    return send(tus(account, path).method("HEAD", BodyPublishers.noBody()));
  }

  private HttpResponse<byte[]> get(String account, String path, @Nullable String range) {
    HttpRequest.Builder request = authorized(account, path);
    if (range != null) {
      request.header("Range", range);
    }
    return send(request, BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder tus(String account, String path) {
    return authorized(account, path).header("Tus-Resumable", "1.0.0");
  }

  private HttpRequest.Builder authorized(String account, String path) {
    return HttpRequest.newBuilder(uri(path))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + tokens.of(account));
  }

  private URI uri(String path) {
    String whole = path.isEmpty() ? "/api/files" : path;
    return URI.create("http://127.0.0.1:" + server.actualPort() + whole);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request.version(HttpClient.Version.HTTP_1_1).build(), handler);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  /// Ten megabytes of nothing in ten kilobytes.
  private static byte[] packed() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[10_000_000]);
    }
    return packed.toByteArray();
  }
}
