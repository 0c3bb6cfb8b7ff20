package dev.parley.gateway.file.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.file.FileStore;
import dev.parley.gateway.file.folder.FolderFileStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Sizes, quotas and the disk: what is over is refused before its bytes are read, and leaves
/// nothing.
class UploadLimitsTest extends FilesOverHttp {
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

  /// Not one byte of the body is sent, and the answer is there.
  @Test
  void refusesABodyByWhatItsHeadSays() throws IOException {
    // Given
    String head =
        "PATCH %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nTus-Resumable: 1.0.0\r\n"
                .formatted(begin("alice", 10, ""), tokens.of("alice"))
            + "Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\n"
            + "Content-Length: 1000000000\r\n\r\n";

    // When
    String answer;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
      socket.setSoTimeout((int) LIMIT.toMillis());
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    // Then
    assertThat(answer).isEqualTo("HTTP/1.1 413");
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

  @Test
  void saysThatTheDiskIsFullAndForgetsTheUpload() {
    // Given
    routes.open(deskOn(new FullStore(store)));
    String path = begin("alice", 10, "");

    // When
    HttpResponse<String> answer = patch("alice", path, 0, new byte[10]);

    // Then
    assertThat(answer.statusCode()).isEqualTo(507);
    assertThat(answer.body()).contains("\"code\":\"unavailable\"").contains("no room");
    assertThat(store.usage("alice").files()).isZero();
    assertThat(leftIn("files")).isEmpty();
  }

  /// What a kernel says whose disk is full.
  @Test
  @EnabledOnOs(OS.LINUX)
  void knowsAFullDiskWhenItMeetsOne() throws IOException {
    // Given
    String path = begin("alice", 10, "");
    Files.createSymbolicLink(bytesOf(path), Path.of("/dev/full"));

    // When
    HttpResponse<String> answer = patch("alice", path, 0, new byte[10]);

    // Then
    assertThat(answer.statusCode()).isEqualTo(507);
    assertThat(store.usage("alice").files()).isZero();
    assertThat(leftIn("files")).isEmpty();
  }

  @Test
  void beginsNothingForWhichTheDiskHasNoRoom() {
    // Given
    routes.open(deskOn(new FolderFileStore(folder, Long.MAX_VALUE / 2)));

    // When
    HttpResponse<String> answer = send(create("alice", "10", ""));

    // Then
    assertThat(answer.statusCode()).isEqualTo(507);
    assertThat(answer.body()).contains("no room");
    assertThat(store.usage("alice").files()).isZero();
    assertThat(leftIn("files")).isEmpty();
  }
}
