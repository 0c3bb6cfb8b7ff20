package dev.parley.gateway.door.ssh;

import dev.parley.gateway.door.Door;
import dev.parley.gateway.door.QueuedConnection;
import dev.parley.gateway.door.ScheduledLoop;
import dev.parley.gateway.request.DoorContext;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.global.KeepAliveHandler;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionHeartbeatController.HeartbeatType;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.global.NoMoreSessionsHandler;
import org.apache.sshd.server.session.ServerSession;

/// The door `ssh`: a transport that does nothing but logins, shells and commands.
public final class SshDoor implements Door {
  static final String NAME = "ssh";

  private static final int CLOSE_LIMIT_SECONDS = 5;
  private static final long WINDOW = 64 * 1024;
  private static final long PACKET = 32 * 1024;
  private static final Duration STEP_LIMIT = Duration.ofSeconds(2);

  private final SshConfig config;
  private final List<ScheduledLoop> loops;
  private final DoorContext context;
  private final Shells shells;
  private final AtomicInteger next = new AtomicInteger();
  private final Set<SshClient> clients = ConcurrentHashMap.newKeySet();
  private final SshServer server = SshServer.setUpDefaultServer();

  /// Prepares the door.
  ///
  /// @param config port, folder of the host key, times
  /// @param loops event loops that connections are dealt out to, at least one
  /// @param context what all doors share
  /// @param shells for people at a terminal
  public SshDoor(SshConfig config, List<ScheduledLoop> loops, DoorContext context, Shells shells) {
    this.config = config;
    this.loops = List.copyOf(loops);
    this.context = context;
    this.shells = shells;
  }

  @Override
  public String name() {
    return NAME;
  }

  /// {@return the port that it listens on}
  int port() {
    return server.getPort();
  }

  @Override
  public void open() {
    server.setHost(context.config().listen());
    server.setPort(config.port());
    server.setKeyPairProvider(HostKey.in(config.folder()));
    SshAlgorithms.applyTo(server);
    refuseEverythingElse();
    limit();
    server.setUserAuthFactories(List.of(new KeyLogin.Factory(), UserAuthPasswordFactory.INSTANCE));
    server.setPasswordAuthenticator(new LoginGate());
    // Good for nothing but to have the signature verified: see KeyLogin, which asks whose key it
    // is.
    server.setPublickeyAuthenticator((_, _, _) -> true);
    server.setShellFactory(channel -> new SshChannel(SshClient.of(channel.getSession()), null));
    server.setCommandFactory(
        (channel, command) -> new SshChannel(SshClient.of(channel.getSession()), command));
    server.addSessionListener(new Arrivals());
    if (context.config().proxyProtocol()) {
      server.setServerProxyAcceptor(new ProxyHeader(this::welcome));
    }
    try {
      server.start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "door ssh cannot use %s:%d: %s"
              .formatted(server.getHost(), config.port(), e.getMessage()),
          e);
    }
    Log.infof("door open door=%s address=%s port=%d", NAME, server.getHost(), server.getPort());
  }

  @Override
  public void close() {
    CompletableFuture<?>[] told =
        clients.stream()
            .map(SshClient::connection)
            .map(QueuedConnection::dismiss)
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(told).get(CLOSE_LIMIT_SECONDS, TimeUnit.SECONDS);
      server.close(false).await(TimeUnit.SECONDS.toMillis(CLOSE_LIMIT_SECONDS));
      server.stop(true);
    } catch (ExecutionException | TimeoutException | IOException e) {
      Log.warnf("door not closed in order door=%s cause=%s", NAME, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void welcome(ServerSession session) {
    int turn = Math.floorMod(next.getAndIncrement(), loops.size());
    clients.add(SshClient.open(session, loops.get(turn), context, config, shells));
  }

  private void refuseEverythingElse() {
    server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    server.setChannelFactories(List.of(new ChatChannels()));
    server.setGlobalRequestHandlers(
        List.of(KeepAliveHandler.INSTANCE, NoMoreSessionsHandler.INSTANCE));
    server.setSubsystemFactories(List.of());
    server.setAgentFactory(null);
  }

  private void limit() {
    CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "Parley");
    CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, 1);
    CoreModuleProperties.WINDOW_SIZE.set(server, WINDOW);
    CoreModuleProperties.MAX_PACKET_SIZE.set(server, PACKET);
    CoreModuleProperties.AUTH_TIMEOUT.set(server, config.loginTimeout().plus(STEP_LIMIT));
    CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ZERO);
    // Each key is offered, the last one used to sign, and each such message handled twice.
    CoreModuleProperties.MAX_AUTH_REQUESTS.set(
        server, config.maxTries() + 2 * (config.maxKeys() + 1));
    CoreModuleProperties.TCP_NODELAY.set(server, true);
    CoreModuleProperties.SOCKET_KEEPALIVE.set(server, true);
    if (!config.keepAlive().isZero()) {
      server.setSessionHeartbeat(HeartbeatType.IGNORE, config.keepAlive());
    }
  }

  /// What the transport tells of connections.
  private final class Arrivals implements SessionListener {
    @Override
    public void sessionCreated(Session session) {
      // Behind a load balancer nobody knows yet whose connection it is.
      if (!context.config().proxyProtocol()) {
        welcome((ServerSession) session);
      }
    }

    /// As early as a client can read why.
    @Override
    public void sessionPeerIdentificationReceived(
        Session session, String version, List<String> lines) {
      SshClient client = SshClient.of(session);
      String refusal = client.refusal();
      if (refusal != null) {
        client.connection().disconnect(SshConstants.SSH2_DISCONNECT_TOO_MANY_CONNECTIONS, refusal);
      }
    }

    @Override
    public void sessionDisconnect(
        Session session, int reason, String message, String language, boolean initiator) {
      SshClient client = SshClient.find(session);
      if (client != null && !initiator) {
        client.onDisconnect();
      }
    }

    @Override
    public void sessionClosed(Session session) {
      SshClient client = SshClient.find(session);
      if (client != null) {
        clients.remove(client);
        client.connection().loop().execute(client::onGone);
      }
    }
  }
}
