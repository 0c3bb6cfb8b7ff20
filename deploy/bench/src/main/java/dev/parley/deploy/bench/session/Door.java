package dev.parley.deploy.bench.session;

import dev.parley.deploy.bench.connection.LineProtocol;
import dev.parley.deploy.bench.connection.Protocol;
import dev.parley.deploy.bench.frame.FrameProtocol;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/// Where the tool connects to. Loopback only: this is a tool for one's own machine.
///
/// @param kind what is spoken there
/// @param port port on 127.0.0.1
/// @param sources how many addresses, from 127.0.0.1 on, the connections come from, 1 to 250: each
///   address has no more than some 28,000 ports, and a door may limit what one address opens
public record Door(Kind kind, int port, int sources) {

  /// What is spoken at a door.
  public enum Kind {
    /// The line protocol.
    tcp(5555),
    /// The frame protocol over WebSocket.
    ws(8080),
    /// Shells with a line editor; for idle connections only.
    ssh(2222);

    private final int defaultPort;

    Kind(int defaultPort) {
      this.defaultPort = defaultPort;
    }

    /// {@return the port of the door where nobody moved it}
    public int defaultPort() {
      return defaultPort;
    }
  }

  /// Checks the bounds.
  public Door {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port must be 1 to 65535, got " + port);
    }
    if (sources < 1 || sources > 250) {
      throw new IllegalArgumentException("sources must be 1 to 250, got " + sources);
    }
  }

  /// {@return the protocol of a new connection}
  ///
  /// @throws IllegalArgumentException if what is spoken there is not for programs
  Protocol protocol() {
    return switch (kind) {
      case tcp -> new LineProtocol();
      case ws -> new FrameProtocol();
      case ssh -> throw new IllegalArgumentException("door ssh is for idle connections only");
    };
  }

  /// {@return where it listens}
  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
  }

  /// {@return the address that a connection comes from, or `null` for whichever the system takes}
  ///
  /// @param connection number of the connection
  /// @throws UnknownHostException never: four bytes are an address
  public @Nullable InetAddress source(int connection) throws UnknownHostException {
    return sources == 1
        ? null
        : InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (1 + connection % sources)});
  }
}
