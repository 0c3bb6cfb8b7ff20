package dev.parley.deploy.bench.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/// Where the line protocol is spoken. Loopback only: this is a tool for one's own machine.
///
/// @param port port of the `tcp` door on 127.0.0.1
/// @param sources how many addresses, from 127.0.0.1 on, the connections come from, 1 to 250: each
///   address has no more than some 28,000 ports, and a door may limit what one address opens
public record Door(int port, int sources) {

  /// Checks the bounds.
  public Door {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port must be 1 to 65535, got " + port);
    }
    if (sources < 1 || sources > 250) {
      throw new IllegalArgumentException("sources must be 1 to 250, got " + sources);
    }
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
  }

  /// {@return the address that a connection comes from, or `null` for whichever the system takes}
  ///
  /// @param connection number of the connection
  @Nullable InetAddress source(int connection) throws UnknownHostException {
    return sources == 1
        ? null
        : InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (1 + connection % sources)});
  }
}
