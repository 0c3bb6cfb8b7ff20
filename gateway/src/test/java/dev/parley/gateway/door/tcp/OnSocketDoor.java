package dev.parley.gateway.door.tcp;

import dev.parley.deploy.embedded.FreePorts;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.ClosedConnections;
import dev.parley.gateway.door.DoorConnection;
import dev.parley.gateway.door.Doors;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.door.tls.ServerCertificate;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.DoorContext;
import dev.parley.gateway.request.DoorContexts;
import dev.parley.gateway.request.Precondition;
import dev.parley.gateway.request.PresenceRequest;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.VerbTable;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/// Doors on ports of the loopback, with clients of the JDK.
abstract class OnSocketDoor {
  static final Duration LIMIT = Duration.ofSeconds(10);

  final Vertx vertx = Vertx.vertx();
  final ClosedConnections closed = new ClosedConnections();
  final List<DoorConnection> connections = new CopyOnWriteArrayList<>();
  final List<CloseReason> leaves = new CopyOnWriteArrayList<>();
  final List<SocketDoor> opened = new ArrayList<>();
  int port;

  @AfterEach
  void close() {
    opened.forEach(SocketDoor::close);
    vertx
        .close()
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(10, java.util.concurrent.TimeUnit.SECONDS)
        .join();
  }

  SocketDoor open(Doors settings) throws IOException {
    port = FreePorts.next();
    return start(door(port, settings, null));
  }

  SocketDoor start(SocketDoor door) {
    door.open();
    opened.add(door);
    return door;
  }

  SocketDoor door(int at, Doors settings, @Nullable ServerCertificate certificate) {
    NetServerOptions options = new NetServerOptions().setHost("127.0.0.1").setPort(at);
    if (certificate != null) {
      certificate.applyTo(options);
    }
    return new SocketDoor("tcp", vertx, options, context(settings));
  }

  DoorContext context(Doors settings) {
    VerbTable verbs =
        new VerbTable()
            .verb(
                Request.Malformed.class,
                Precondition.NONE,
                (_, malformed) -> CompletableFuture.completedFuture(malformed.failure()))
            .verb(
                PresenceRequest.Ping.class,
                Precondition.NONE,
                (caller, ping) -> {
                  connections.add(caller.connection());
                  return CompletableFuture.completedFuture(
                      new Reply.Pinged(ping.user(), Reply.Reachability.ONLINE));
                })
            .verb(
                AccountRequest.Logout.class,
                Precondition.NONE,
                (caller, logout) -> {
                  leaves.add(logout.reason());
                  caller.afterReply(() -> caller.connection().close(logout.reason()));
                  return CompletableFuture.completedFuture(new Reply.LoggedOut());
                });
    return DoorContexts.of(verbs, settings, closed);
  }

  static final class Client implements AutoCloseable {
    final Socket socket;
    final BufferedReader reader;

    Client(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout((int) LIMIT.toMillis());
      reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    void write(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    String line() throws IOException {
      return reader.readLine();
    }

    List<String> rest() {
      return reader.lines().toList();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
