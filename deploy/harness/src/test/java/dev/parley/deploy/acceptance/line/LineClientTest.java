package dev.parley.deploy.acceptance.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineClientTest {

  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void findsTheReplyToEachCommand() {
    // Given
    answerEachLineWith("+ok message @bob 1\n* join carl\n");

    // When
    try (var client = open()) {
      Reply reply = client.ask("message bob hi");

      // Then
      assertThat(reply.isOk()).isTrue();
      assertThat(reply.number()).isEqualTo(1);
      assertThat(client.awaitEvent("carl coming", event -> event.line().equals("* join carl")))
          .isNotNull();
    }
  }

  @Test
  void quotesTheTranscriptWhenTheServerBreaksTheProtocol() {
    // Given
    answerEachLineWith("welcome!\n+ok help 0\n");

    // When
    try (var client = open()) {
      // Then
      assertThatThrownBy(() -> client.ask("help"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("neither reply, row nor event: welcome!")
          .hasMessageContaining(">> help");
    }
  }

  @Test
  void noticesThatTheServerHasGone() {
    // Given
    answerEachLineWith("");

    // When
    try (var client = open()) {
      client.send("quit");
      client.awaitClose();

      // Then
      assertThat(client.isClosed()).isTrue();
      assertThatThrownBy(client::awaitReply).hasMessageContaining("closed by the server");
    }
  }

  @Test
  void failsWhenNobodyListens() throws IOException {
    // Given
    server.close();

    // Then
    assertThatThrownBy(this::open).isInstanceOf(UncheckedIOException.class);
  }

  private LineClient open() {
    return LineClient.open(
        LineDoor.tcp(server.getInetAddress().getHostAddress(), server.getLocalPort()));
  }

  /// Serves one connection; an empty answer closes it.
  private void answerEachLineWith(String answer) {
    Thread.ofVirtual()
        .start(() -> {
          try (Socket socket = server.accept();
              var lines =
                  new BufferedReader(
                      new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            while (lines.readLine() != null && !answer.isEmpty()) {
              socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            }
          } catch (IOException _) {
            // The test has ended the connection.
          }
        });
  }
}
