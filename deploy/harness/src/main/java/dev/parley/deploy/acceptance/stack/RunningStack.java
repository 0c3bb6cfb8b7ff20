package dev.parley.deploy.acceptance.stack;

import dev.parley.deploy.acceptance.line.LineDoor;
import java.net.URI;
import java.util.Optional;

/// A stack that runs already, and goes on when the tests have ended.
///
/// @param host name or address of its doors
/// @param tcpPort port of the plain line door
/// @param tlsPort port of the TLS line door
/// @param sshPort port of the ssh door
/// @param webPort port of page and frame door
public record RunningStack(String host, int tcpPort, int tlsPort, int sshPort, int webPort)
    implements Doors {

  private static final String PREFIX = "parley.stack.";

  /// {@return the stack that the system properties name; empty if there is no `parley.stack.host`}
  ///
  /// @throws NumberFormatException if a port is not a number
  public static Optional<RunningStack> ofProperties() {
    return Optional.ofNullable(System.getProperty(PREFIX + "host"))
        .map(host ->
            new RunningStack(
                host,
                port("tcp", 5_555),
                port("tls", 5_556),
                port("ssh", 2_222),
                port("web", 8_080)));
  }

  @Override
  public LineDoor tcp() {
    return LineDoor.tcp(host, tcpPort);
  }

  @Override
  public LineDoor tls() {
    return LineDoor.tls(host, tlsPort);
  }

  @Override
  public URI web() {
    return URI.create("http://" + host + ":" + webPort);
  }

  @Override
  public URI frames() {
    return URI.create("ws://" + host + ":" + webPort + "/ws");
  }

  private static int port(String door, int usual) {
    String port = System.getProperty(PREFIX + door + "-port");
    return port == null ? usual : Integer.parseInt(port);
  }
}
