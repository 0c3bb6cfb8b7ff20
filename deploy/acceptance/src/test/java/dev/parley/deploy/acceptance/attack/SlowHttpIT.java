package dev.parley.deploy.acceptance.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.deploy.acceptance.frame.FrameClient;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Case D6: connections to the HTTP ports that are opened to be held. On the packaged stack, since
/// only there Netty finds what watches them; they may be silent for two seconds here.
@OnParley
class SlowHttpIT {
  private static final int LIMIT_MILLIS = 20_000;

  @Test
  void aConnectionThatAsksNothingMoreIsClosedAndAWebSocketIsNot(ParleyStack stack)
      throws IOException {
    List<Socket> held = new ArrayList<>();
    try (FrameClient idle = FrameClient.open(stack.frames())) {
      // Given
      for (String begun :
          List.of(
              "",
              "GET / HTTP/1.1\r\nHost: a\r\nX-",
              "GET /index.html HTTP/1.1\r\nHost: a\r\n\r\n")) {
        Socket socket = new Socket(stack.web().getHost(), stack.web().getPort());
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
        held.add(socket);
      }

      // When
      for (Socket socket : held) {
        awaitEnd(socket);
      }

      // Then
      JsonNode answer = idle.ask("groups", Map.of());
      assertThat(answer.path("code").asText()).isEqualTo("not_logged_in");
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }

  private static void awaitEnd(Socket socket) throws IOException {
    try {
      socket.getInputStream().readAllBytes();
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException _) {
      // Broken off: that is an end, too.
    }
  }
}
