package dev.parley.gateway.file.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may have what, whatever they ask for.
class FileRightsTest extends FilesOverHttp {
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

  /// D1: whatever a path looks like, it leads to no file without a token.
  @ParameterizedTest
  @ValueSource(strings = {";x", "%3Bx", "/", "%2F", "/.", "/../x", "%00", "%2e%2e%2f"})
  void protectsEveryWayToAFile(String tail) {
    // Given
    String sent = attached(new byte[] {1});

    // When / Then
    assertThat(send(HttpRequest.newBuilder(uri(sent + tail))).statusCode()).isIn(400, 401, 404);
  }
}
