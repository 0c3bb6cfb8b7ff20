package dev.parley.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.embedded.EmbeddedStackResource;
import dev.parley.gateway.GatewayAlone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What strangers may try at the HTTP ports. In this profile a body must come within a second.
@QuarkusTest
@QuarkusTestResource(EmbeddedStackResource.class)
@TestProfile(GatewayAlone.class)
class HostileHttpIT {
  private static final String LOGIN =
      "POST /api/admin/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";

  @TestHTTPResource("/")
  URI page;

  /// CVE-2023-4853, CVE-2026-39852, CVE-2026-50559: a rule by path and a router that read paths
  /// differently. Here each handler asks for the token, however it was reached.
  @ParameterizedTest
  @MethodSource("disguises")
  void asksForATokenHoweverTheCallIsWritten(String call) throws IOException {
    String answer = RawHttp.head(page, call + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertThat(answer).containsPattern("^HTTP/1.1 (401|404|405) ").contains("no-store");
  }

  static Stream<String> disguises() {
    return Stream.of(
            "GET /api/admin/accounts",
            "GET /api/admin/policy",
            "GET /api/admin/audit",
            "POST /api/admin/imports",
            "POST /api/admin/accounts/alice/role")
        .flatMap(call ->
            Stream.of(
                call,
                call + ";x",
                call + "%3Bx",
                call + "/",
                call + "%00",
                call + "?x=/login",
                call.replace("/api", "//api"),
                call.replace("/admin", "//admin"),
                call.replace("/admin", "/./admin"),
                call.replace("/admin", "/login/../admin"),
                call.replace("/admin", "/%2fadmin"),
                call.replace("/admin", "/%2e/admin"),
                call.replace("admin", "%61dmin"),
                call.replace("admin", "ADMIN"),
                call.replace("/api", "/assets/..%2fapi"),
                call.replace("/api", "http://localhost/api")));
  }

  /// A WebSocket's frame of 100 KB can be inflated to 100 MB, as can a body; Netty CVE-2026-42587.
  @Test
  void inflatesNothing() throws IOException {
    try (RawHttp socket =
        RawHttp.webSocket(page, "Sec-WebSocket-Extensions: permessage-deflate\r\n")) {
      assertThat(socket.head())
          .startsWith("HTTP/1.1 101 ")
          .doesNotContainIgnoringCase("sec-websocket-extensions");
    }
    for (String coding : List.of("gzip", "deflate", "br", "zstd")) {
      String request =
          LOGIN + "Content-Encoding: " + coding + "\r\nContent-Length: 4\r\n\r\n\u001f\u008b\b\0";
      assertThat(RawHttp.head(page, request)).startsWith("HTTP/1.1 400 ");
    }
  }

  /// Mattermost CVE-2026-5740: what a length says is not allocated.
  @ParameterizedTest
  @ValueSource(longs = {1L << 17 | 1, 1L << 40, 1L << 62, Long.MAX_VALUE, Long.MIN_VALUE, -1})
  void endsAWebSocketWhoseFrameSaysToBeHuge(long length) throws IOException {
    try (RawHttp socket = RawHttp.webSocket(page)) {
      assertThat(socket.head()).startsWith("HTTP/1.1 101 ");
      socket.sendFrameOf(length).awaitEnd();
    }
  }

  @Test
  void takesNoBodyThatIsLongerThanACall() throws IOException {
    assertThat(RawHttp.head(page, LOGIN + "Content-Length: 10000000000\r\n\r\n{"))
        .startsWith("HTTP/1.1 413 ");
  }

  /// Two ways to tell where a request ends would let one hide in another.
  @Test
  void refusesTwoLengths() throws IOException {
    assertThat(
            RawHttp.head(page, LOGIN + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0"))
        .startsWith("HTTP/1.1 400 ");
    assertThat(RawHttp.head(page, LOGIN + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef"))
        .startsWith("HTTP/1.1 400 ");
  }

  @Test
  void speaksNoHttp2() throws IOException {
    String answer = RawHttp.head(page, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");

    assertThat(answer).doesNotStartWith("\0");
  }

  /// Slow headers are tried on the packaged stack.
  @Test
  void closesAConnectionWhoseBodyDoesNotCome() throws IOException {
    try (RawHttp slow = new RawHttp(page)) {
      slow.send(LOGIN + "Content-Length: 9\r\n\r\n{").awaitEnd();
    }
  }
}
