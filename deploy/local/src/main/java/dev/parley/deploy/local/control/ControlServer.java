package dev.parley.deploy.local.control;

import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.home.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// Listens for requests to a running stack, and handles them one after the other on a virtual
/// thread of its own.
///
/// The answer is `ok`, or `failed`, the cause and the cure on lines of their own, with the line
/// ends of the cause escaped.
public final class ControlServer implements AutoCloseable {

  /// A socket's path may have 107 bytes on Linux and 103 on macOS.
  private static final int LONGEST_PATH = 100;

  private final ControlHandler handler;
  private @Nullable ServerSocketChannel server;
  private @Nullable Path socket;

  /// Makes one that does not listen yet.
  ///
  /// @param handler does the work
  public ControlServer(ControlHandler handler) {
    this.handler = handler;
  }

  /// Begins to listen.
  ///
  /// @param home in whose `run` folder the socket lies, if its path is not too long
  /// @return path of the socket; only its owner can open it
  public Path open(Home home) {
    try {
      Path path = place(home);
      Files.deleteIfExists(path);
      ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      opened.bind(UnixDomainSocketAddress.of(path));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
      server = opened;
      socket = path;
      Thread.ofVirtual().name("control").start(() -> serve(opened));
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      if (server != null) {
        server.close();
      }
      if (socket != null) {
        Files.deleteIfExists(socket);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path place(Home home) throws IOException {
    Path path = home.run().resolve("control.sock");
    if (path.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH) {
      return path;
    }
    // A fresh folder of mode 700; nobody else can have prepared it.
    return Files.createTempDirectory("parley-").resolve("control.sock");
  }

  private void serve(ServerSocketChannel listening) {
    while (listening.isOpen()) {
      try (SocketChannel client = listening.accept()) {
        answer(client);
      } catch (IOException _) {
        // Closed, or an asker that went away: the next one gets its turn.
      }
    }
  }

  private void answer(SocketChannel client) throws IOException {
    var reader = new BufferedReader(Channels.newReader(client, StandardCharsets.UTF_8));
    String request = reader.readLine();
    if (request == null) {
      return;
    }
    String reply;
    try {
      handler.handle(request);
      reply = "ok\n";
    } catch (TroubleException e) {
      String cause = String.valueOf(e.getMessage()).replace("\n", "\\n");
      reply = "failed\n" + cause + "\n" + e.cure() + "\n";
    } catch (RuntimeException e) {
      // The outermost level of the loop: a fault in one request must not end the others.
      reply = "failed\n" + e.toString().replace("\n", "\\n") + "\nsee ./parley logs\n";
    }
    try (var writer = Channels.newWriter(client, StandardCharsets.UTF_8)) {
      writer.write(reply);
    }
  }
}
