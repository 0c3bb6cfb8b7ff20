package dev.parley.gateway.door.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.deploy.embedded.FreePorts;
import dev.parley.gateway.Entries;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.ClosedConnections;
import dev.parley.gateway.door.ConnectionContext;
import dev.parley.gateway.door.DoorConnection;
import dev.parley.gateway.door.DoorMetrics;
import dev.parley.gateway.door.Doors;
import dev.parley.gateway.door.EntryChunk;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.door.tls.ServerCertificate;
import dev.parley.gateway.door.tls.TlsSettings;
import dev.parley.gateway.limit.ConnectionLimit;
import dev.parley.gateway.limit.Limits;
import dev.parley.gateway.request.DoorContext;
import dev.parley.gateway.request.DoorContexts;
import dev.parley.gateway.request.NoMetrics;
import dev.parley.gateway.request.Precondition;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.RequestPipelines;
import dev.parley.gateway.request.VerbTable;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                Request.Ping.class,
                Precondition.NONE,
                (caller, ping) -> {
                  connections.add(caller.connection());
                  return CompletableFuture.completedFuture(
                      new Reply.Pinged(ping.user(), Reply.Reachability.ONLINE));
                })
            .verb(
                Request.Logout.class,
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
