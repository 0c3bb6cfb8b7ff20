package dev.parley.deploy.bench.shell;

import dev.parley.deploy.bench.session.Door;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;

/// Opens shells at one door. It knows the door to be on this machine, and so takes any host key;
/// what a person has set up for ssh does not matter.
public final class Shells implements AutoCloseable {
  // What matters of the transport is thrown. Held, or it would be forgotten together with its
  // level.
  private static final Logger TRANSPORT = Logger.getLogger("org.apache.sshd");
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(30);

  private final Door door;
  private final SshClient client = SshClient.setUpDefaultClient();

  /// Starts the transport; nothing is connected yet.
  ///
  /// @param door where to connect to
  public Shells(Door door) {
    this.door = door;
    TRANSPORT.setLevel(Level.SEVERE);
    client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
    client.start();
  }

  /// Opens a shell; waits, for virtual threads.
  ///
  /// @param number number of the connection; decides which address it comes from
  /// @param user handle of the account
  /// @param password of the account
  /// @return the shell, which has said welcome
  /// @throws UncheckedIOException if the door will not have it, or does not answer in time
  public Shell open(int number, String user, String password) {
    try {
      InetAddress source = door.source(number);
      ConnectFuture connecting =
          source == null
              ? client.connect(user, door.address())
              : client.connect(user, door.address(), new InetSocketAddress(source, 0));
      ClientSession session = connecting.verify(CONNECT_LIMIT).getSession();
      return Shell.open(session, password);
    } catch (IOException e) {
      throw new UncheckedIOException("ssh as " + user + ": " + e.getMessage(), e);
    }
  }

  /// Closes all shells.
  @Override
  public void close() {
    client.stop();
  }
}
