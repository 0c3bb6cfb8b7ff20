package dev.parley.gateway.door.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.deploy.embedded.EmbeddedStackResource;
import dev.parley.gateway.GatewayAlone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The frame door of a gateway to which no service answers, spoken to over real WebSockets.
@QuarkusTest
@QuarkusTestResource(EmbeddedStackResource.class)
@TestProfile(GatewayAlone.class)
class FrameDoorIT {
  private static final int LIMIT_SECONDS = 20;

  @TestHTTPResource("/")
  URI page;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Client client = new Client();

  @AfterEach
  void close() {
    http.shutdownNow();
  }

  @Test
  void answersUnderTheIdOfTheRequest() {
    // Given
    WebSocket socket = connect("parley.v1", null);

    // When
    socket.sendText("{\"type\":\"groups\",\"id\":\"a\"}", true).join();

    // Then
    assertThat(client.next())
        .startsWith("{\"type\":\"error\",\"id\":\"a\",\"code\":\"not_logged_in\"");

    // When
    socket.sendText("{\"id\":7,", true).join();

    // Then
    assertThat(client.next()).startsWith("{\"type\":\"error\",\"id\":7,\"code\":\"bad_command\"");
  }

  @Test
  void saysNothingToWhatNobodyAnswers() {
    // Given
    WebSocket socket = connect("parley.v1", null);

    // When
    socket.sendText("{\"type\":\"received\",\"cursors\":{}}", true).join();
    socket.sendText("{\"type\":\"logout\",\"id\":1}", true).join();

    // Then
    assertThat(client.next()).isEqualTo("{\"type\":\"ok\",\"id\":1}");
    assertThat(client.next()).isEqualTo("closed 1000");
  }

  @Test
  void refusesForeignPagesAndOtherProtocolsBeforeTheUpgrade() {
    assertThatThrownBy(() -> connect("parley.v1", "https://evil.example"))
        .satisfies(e -> assertThat(status(e)).isEqualTo(403));
    assertThatThrownBy(() -> connect("other.v1", null))
        .satisfies(e -> assertThat(status(e)).isEqualTo(400));
    assertThatThrownBy(() -> connect(null, null))
        .satisfies(e -> assertThat(status(e)).isEqualTo(400));
    assertThat(connect("parley.v1", "http://" + page.getAuthority()).getSubprotocol())
        .isEqualTo("parley.v1");
  }

  @Test
  void closesOnBinaryFrames() {
    connect("parley.v1", null).sendBinary(ByteBuffer.allocate(3), true).join();

    assertThat(client.next()).isEqualTo("closed 1003");
  }

  @Test
  void closesOnFramesThatAreTooLarge() {
    connect("parley.v1", null).sendText("ä".repeat(32 * 1024 + 1), true).join();

    assertThat(client.next()).isEqualTo("closed 1009");
  }

  @Test
  void putsSecurityHeadersOnEveryAnswer() throws Exception {
    for (String path : new String[] {"/", "/index.html", "/nothing", "/assets/nothing.js"}) {
      var headers = get(path).headers();

      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .startsWith("default-src 'self'; script-src 'self';")
          .endsWith("frame-ancestors 'none'");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(headers.firstValue("Cache-Control")).contains("no-store");
      assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }
  }

  @Test
  void showsNeitherHealthNorMetricsToThePublic() throws Exception {
    assertThat(get("/q/health").statusCode()).isEqualTo(404);
    assertThat(get("/q/health/ready").statusCode()).isEqualTo(404);
    assertThat(get("/q/metrics").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(page.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private WebSocket connect(@Nullable String subprotocol, @Nullable String origin) {
    WebSocket.Builder builder = http.newWebSocketBuilder();
    if (subprotocol != null) {
      builder.subprotocols(subprotocol);
    }
    if (origin != null) {
      builder.header("Origin", origin);
    }
    URI address = URI.create("ws://" + page.getAuthority() + "/ws");
    return builder.buildAsync(address, client).join();
  }

  private static int status(Throwable e) {
    return e instanceof CompletionException
            && e.getCause() instanceof WebSocketHandshakeException refused
        ? refused.getResponse().statusCode()
        : 0;
  }

  /// Keeps what the server sends.
  private static final class Client implements WebSocket.Listener {
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        received.add(message.toString());
        message.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      received.add("closed " + code);
      return CompletableFuture.completedFuture(null);
    }

    private String next() {
      try {
        String next = received.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        return next == null ? "nothing" : next;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
