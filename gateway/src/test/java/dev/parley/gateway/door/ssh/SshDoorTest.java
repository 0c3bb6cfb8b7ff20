package dev.parley.gateway.door.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.MessageRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.junit.jupiter.api.Test;

/// What a connection over ssh can do, and what it cannot.
class SshDoorTest extends OnSshDoor {
  @Test
  void doesOneCommandBrieflyAndTellsHowItWent() throws IOException {
    try (ClientSession session = login("right")) {
      assertThat(run(session, "ping bob", "")).isEqualTo("0:ping bob online\n:");
    }
    assertThat(asked.get(1)).isInstanceOf(AccountRequest.EnterBriefly.class);
  }

  @Test
  void tellsAScriptThatALineIsNoCommand() throws IOException {
    try (ClientSession session = login("right")) {
      assertThat(run(session, "rm -rf /", ""))
          .isEqualTo("2::parley: bad_command no such command; try help\n");
    }
  }

  @Test
  void takesTheTextOfAMessageFromTheInput() throws IOException {
    try (ClientSession session = login("right")) {
      run(session, "message bob -", "two\nlines \\ here\n");
    }
    assertThat(asked).last().isInstanceOf(MessageRequest.SendMessage.class);
    assertThat(((MessageRequest.SendMessage) asked.getLast()).text())
        .isEqualTo("two\nlines \\ here");
  }

  @Test
  void refusesAnInputThatIsTooLong() throws IOException {
    try (ClientSession session = login("right")) {
      assertThat(run(session, "message bob -", "x".repeat(20_000)))
          .startsWith("1::parley: too_long");
    }
  }

  @Test
  void speaksTheLineProtocolWithoutATerminal() throws IOException {
    try (ClientSession session = login("right")) {
      assertThat(shell(session, "ping bob\nnonsense\n"))
          .isEqualTo(
              """
              +ok login alice
              +ok ping bob online
              -err bad_command no such command; try help
              +ok logout
              """);
    }
    await().untilAsserted(() -> assertThat(closed.reasons()).containsExactly(CloseReason.LOGOUT));
  }

  @Test
  void forwardsNothing() throws IOException {
    try (ClientSession session = login("right")) {
      SshdSocketAddress here = new SshdSocketAddress("127.0.0.1", 0);
      assertThatThrownBy(() -> session.startRemotePortForwarding(here, here))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(
              () -> {
                try (ClientChannel channel = session.createDirectTcpipChannel(here, here)) {
                  channel.open().verify(LIMIT);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void takesALinkThatBreaksForNoGoodBye() throws IOException {
    ClientSession session = login("right");
    ClientChannel channel = session.createShellChannel();
    channel.setIn(new WaitingInput());
    channel.setOut(new ByteArrayOutputStream());
    channel.open().verify(LIMIT);
    await().untilAsserted(() -> assertThat(asked).last().isInstanceOf(AccountRequest.Enter.class));

    // When
    session.getIoSession().close(true);

    // Then
    await().untilAsserted(() -> assertThat(closed.reasons()).containsExactly(CloseReason.LOST));
  }

  private static String shell(ClientSession session, String input) throws IOException {
    var out = new ByteArrayOutputStream();
    try (ClientChannel channel = session.createShellChannel()) {
      channel.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
      channel.setOut(out);
      ((org.apache.sshd.client.channel.ChannelShell) channel).setUsePty(false);
      channel.open().verify(LIMIT);
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LIMIT);
      return text(out);
    }
  }

  /// Somebody who types nothing.
  private static final class WaitingInput extends java.io.InputStream {
    private final CompletableFuture<Integer> never = new CompletableFuture<>();

    @Override
    public int read() {
      return never.join();
    }
  }
}
