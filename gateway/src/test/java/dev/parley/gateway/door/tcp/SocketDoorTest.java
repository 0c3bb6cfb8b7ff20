package dev.parley.gateway.door.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.deploy.embedded.FreePorts;
import dev.parley.gateway.Entries;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.DoorConnection;
import dev.parley.gateway.door.Doors;
import dev.parley.gateway.door.EntryChunk;
import io.vertx.core.net.NetServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketDoorTest extends OnSocketDoor {
  @Test
  void greetsAndAnswers() throws IOException {
    open(Doors.settings());
    try (Client client = new Client(port)) {
      client.write("ping bob\nnonsense\n");

      assertThat(client.line()).startsWith("* notice welcome to Parley");
      assertThat(client.line()).isEqualTo("+ok ping bob online");
      assertThat(client.line()).startsWith("-err bad_command");
    }
  }

  @Test
  void answersAScriptThatClosedItsSideAlready() throws IOException {
    open(Doors.settings());
    try (Client client = new Client(port)) {
      client.write("ping bob\nping carol");
      client.socket.shutdownOutput();

      assertThat(client.rest())
          .contains("+ok ping bob online", "+ok ping carol online")
          .endsWith("+ok logout");
    }
    assertThat(leaves).containsExactly(CloseReason.LOGOUT);
  }

  /// Whoever stands between closes in order what broke: nothing shows that all of it was read.
  @Test
  void takesNoEndForOrderlyBehindALoadBalancer() throws IOException {
    open(Doors.settings().behindABalancer());
    try (Client client = new Client(port)) {
      client.write("ping bob\n");
      client.socket.shutdownOutput();

      assertThat(client.rest()).contains("+ok ping bob online").endsWith("+ok logout");
    }
    assertThat(leaves).containsExactly(CloseReason.LOST);
  }

  @Test
  void takesNoHalfLineForACommandBehindALoadBalancer() throws IOException {
    open(Doors.settings().behindABalancer());
    try (Client client = new Client(port)) {
      client.write("ping bob\nping carol");
      client.socket.shutdownOutput();

      assertThat(client.rest())
          .contains("+ok ping bob online")
          .doesNotContain("+ok ping carol online")
          .endsWith("+ok logout");
    }
  }

  @Test
  void keepsTheConnectionAfterALineThatIsTooLong() throws IOException {
    open(Doors.settings());
    try (Client client = new Client(port)) {
      client.line();
      client.write("x".repeat(100_000) + "\nping bob\n");

      assertThat(client.line()).startsWith("-err too_long");
      assertThat(client.line()).isEqualTo("+ok ping bob online");
    }
  }

  /// A browser can be made to post chat commands to the line port. A path that makes its first line
  /// too long must not hide what it is.
  @ParameterizedTest
  @ValueSource(ints = {1, 8_170, 100_000})
  void closesAtOnceWhenItIsSpokenHttpTo(int pathLength) throws IOException {
    open(Doors.settings());
    try (Client client = new Client(port)) {
      client.line();
      String path = "/".repeat(pathLength);
      client.write("POST " + path + " HTTP/1.1\r\nHost: x\r\n\r\nping bob\r\n");

      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void dropsAReaderThatDoesNotReadBeforeItCostsAMegabyte() throws IOException {
    open(Doors.settings());
    try (Client client = new Client(port)) {
      client.line();
      client.write("ping bob\n");
      client.line();
      DoorConnection connection = connections.getFirst();
      EntryChunk chunk = new EntryChunk("#team", Entries.messages("bob", 1, 500));

      // When
      for (int i = 0; i < 2_000 && closed.reasons().isEmpty(); i++) {
        CompletableFuture.runAsync(
                () -> connection.deliver(chunk, Doors.everything()), connection.loop())
            .join();
      }

      // Then
      await()
          .atMost(LIMIT)
          .untilAsserted(
              () -> assertThat(closed.reasons()).containsExactly(CloseReason.SLOW_READER));
    }
  }

  @Test
  void closesAConnectionOnWhichNobodyLogsIn() throws IOException {
    open(Doors.settings().withLoginTimeout(Duration.ofMillis(50)));
    try (Client client = new Client(port)) {
      assertThat(client.rest()).last().asString().startsWith("* notice nobody logged in");
    }
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> assertThat(closed.reasons()).containsExactly(CloseReason.LOGIN_TIMEOUT));
  }

  @Test
  void tellsClientsWhenItCloses() throws IOException {
    SocketDoor door = open(Doors.settings());
    try (Client client = new Client(port)) {
      client.line();

      // When
      door.close();

      // Then
      assertThat(client.rest()).containsExactly("* notice the server is shutting down");
    }
  }

  @Test
  void tellsTheLossOfAClientFromItsOrderlyEnd() throws IOException {
    open(Doors.settings());
    try (Client client = new Client(port)) {
      client.line();
      client.socket.setSoLinger(true, 0);
    }
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(closed.reasons()).containsExactly(CloseReason.LOST));
  }

  @Test
  void saysWhichAddressIsInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      SocketDoor door = door(taken.getLocalPort(), Doors.settings(), null);

      assertThatThrownBy(door::open)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("door tcp cannot use 127.0.0.1:" + taken.getLocalPort());
    }
  }

  @Test
  void takesTheClientsAddressFromALoadBalancer() throws IOException {
    // Given
    port = FreePorts.next();
    NetServerOptions options =
        new NetServerOptions().setHost("127.0.0.1").setPort(port).setUseProxyProtocol(true);
    start(new SocketDoor("tcp", vertx, options, context(Doors.settings())));

    // When
    try (Client client = new Client(port)) {
      client.write("PROXY TCP4 203.0.113.7 192.0.2.1 49152 5555\r\nping bob\n");
      client.line();
      client.line();
    }

    // Then
    assertThat(connections)
        .singleElement()
        .extracting(connection -> connection.origin().address())
        .isEqualTo("203.0.113.7");
  }
}
