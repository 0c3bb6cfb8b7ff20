package dev.parley.deploy.local.canary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;

/// The `ssh` door: one command, which needs no session and which nobody sees.
///
/// @param host where
/// @param port where
/// @param fingerprint the only host key that is trusted: `SHA256:…`
record SshCanaryDoor(String host, int port, String fingerprint) implements CanaryDoor {
  @Override
  public String name() {
    return "ssh";
  }

  @Override
  public Visit visit(CanaryAccount account, String text) {
    // Nobody listens to what the library logs; without this it says so on every run.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    long start = System.nanoTime();
    try (SshClient client = SshClient.setUpDefaultClient()) {
      client.setServerKeyVerifier(
          (_, _, key) -> fingerprint.equals(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key)));
      client.start();
      try (ClientSession session =
          client.connect(account.name(), host, port).verify(LIMIT).getSession()) {
        session.addPasswordIdentity(account.password());
        session.auth().verify(LIMIT);
        long sent = System.nanoTime();
        write(session, "message " + account.name() + " " + text);
        return new Visit(sent - start, System.nanoTime() - sent, () -> {});
      }
    } catch (IOException e) {
      throw new CanaryException("the connection broke", e);
    }
  }

  private static void write(ClientSession session, String command) throws IOException {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    try (ChannelExec channel = session.createExecChannel(command)) {
      channel.setErr(errors);
      channel.open().verify(LIMIT);
      Set<ClientChannelEvent> events =
          channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LIMIT);
      Integer status = channel.getExitStatus();
      if (events.contains(ClientChannelEvent.TIMEOUT) || status == null || status != 0) {
        String said = errors.toString(StandardCharsets.UTF_8).strip();
        throw new CanaryException(said.isEmpty() ? "no answer in time" : said);
      }
    }
  }
}
