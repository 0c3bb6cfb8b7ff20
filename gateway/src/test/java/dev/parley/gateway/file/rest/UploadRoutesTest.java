package dev.parley.gateway.file.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.gateway.file.Digests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Uploads by tus: how they go on, and what is refused of them.
class UploadRoutesTest extends FilesOverHttp {
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
  void wantsTheVersionOfTus() {
    // Given
    String path = begin("alice", 10, "");

    // When
    HttpResponse<String> answer =
        send(authorized("alice", path).method("HEAD", BodyPublishers.noBody()));

    // Then
    assertThat(answer.statusCode()).isEqualTo(412);
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

  private static String sha256(byte[] bytes) {
    return "sha256 " + base64(Digests.sha256().digest(bytes));
  }
}
