package dev.parley.gateway.door.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.gateway.request.AccountRequest;
import java.io.IOException;
import java.security.KeyPair;
import java.util.EnumSet;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.buffer.Buffer;
import org.junit.jupiter.api.Test;

/// Who is let in over ssh.
class SshLoginTest extends OnSshDoor {
  /// CVE-2025-32433: a channel, and a command on it, before anybody has logged in.
  @Test
  void opensNoChannelToStrangers() throws IOException {
    try (ClientSession session =
        client.connect("alice", "127.0.0.1", door.port()).verify(LIMIT).getClientSession()) {
      // Given
      session.waitFor(EnumSet.of(ClientSessionEvent.WAIT_AUTH), LIMIT);

      // When
      Buffer open = session.createBuffer(SshConstants.SSH_MSG_CHANNEL_OPEN);
      open.putString("session");
      open.putUInt(0);
      open.putUInt(65_536);
      open.putUInt(32_768);
      session.writePacket(open);
      Buffer command = session.createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST);
      command.putUInt(0);
      command.putString("exec");
      command.putBoolean(true);
      command.putString("ping bob");
      session.writePacket(command);

      // Then
      assertThat(session.waitFor(EnumSet.of(ClientSessionEvent.CLOSED), LIMIT))
          .contains(ClientSessionEvent.CLOSED);
    }
    await().untilAsserted(() -> assertThat(closed.reasons()).hasSize(1));
    assertThat(asked).isEmpty();
  }

  @Test
  void closesAfterThreeWrongPasswords() {
    assertThatThrownBy(() -> login("wrong", "wronger", "wrongest", "right"))
        .isInstanceOf(SshException.class);
    assertThat(asked).hasSize(3);
    await().untilAsserted(() -> assertThat(closed.reasons()).hasSize(1));
  }

  @Test
  void tellsWhoIsLockedOutForHowLong() {
    assertThatThrownBy(() -> login("locked")).hasMessageContaining("try again in 57 seconds");
  }

  @Test
  void letsInByAKeyThatIsKnown() throws IOException {
    try (ClientSession session = loginBy(key(), good)) {
      assertThat(run(session, "ping bob", "")).startsWith("0:");
    }
    assertThat(asked)
        .extracting(Object::getClass)
        .startsWith(
            AccountRequest.TryKey.class,
            AccountRequest.TryKey.class,
            AccountRequest.ProveByKey.class);
  }

  @Test
  void doesNotTakeTheAnswerToAQuestionForALogin() {
    assertThatThrownBy(() -> loginBy(retired)).isInstanceOf(SshException.class);
    assertThat(asked)
        .extracting(Object::getClass)
        .containsExactly(AccountRequest.TryKey.class, AccountRequest.ProveByKey.class);
  }

  /// Offers the public half of a known key and signs with another one.
  @Test
  void takesNobodyAtHisWord() {
    KeyPair forged = new KeyPair(good.getPublic(), key().getPrivate());

    assertThatThrownBy(() -> loginBy(forged)).isInstanceOf(SshException.class);
    assertThat(asked).noneMatch(AccountRequest.ProveByKey.class::isInstance);
  }
}
