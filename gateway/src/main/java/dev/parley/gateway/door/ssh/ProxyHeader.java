package dev.parley.gateway.door.ssh;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.session.AbstractServerSession;
import org.apache.sshd.server.session.ServerProxyAcceptor;
import org.apache.sshd.server.session.ServerSession;
import org.jspecify.annotations.Nullable;

/// The line with which a load balancer names the client: version 1 of HAProxy's PROXY protocol. A
/// connection without one is broken off, since its client could claim to be anybody.
final class ProxyHeader implements ServerProxyAcceptor {
  /// Longest line of the specification, line end included.
  private static final int MAX_LENGTH = 107;

  private static final Pattern LINE =
      Pattern.compile(
          "PROXY TCP[46] ([0-9a-fA-F:.]{2,39}) [0-9a-fA-F:.]{2,39} (\\d{1,5}) \\d{1,5}");

  /// What a balancer sends for connections of its own.
  private static final Pattern OWN = Pattern.compile("PROXY UNKNOWN( .*)?");

  private final Consumer<ServerSession> known;

  /// Reads headers.
  ///
  /// @param known told when the client of a session is known
  ProxyHeader(Consumer<ServerSession> known) {
    this.known = known;
  }

  @Override
  public boolean acceptServerProxyMetadata(ServerSession session, Buffer buffer)
      throws SshException {
    int start = buffer.rpos();
    int length = Math.min(buffer.available(), MAX_LENGTH);
    String read = new String(buffer.array(), start, length, StandardCharsets.ISO_8859_1);
    int end = read.indexOf("\r\n");
    if (end < 0) {
      if (length < MAX_LENGTH) {
        return false;
      }
      throw refusal();
    }
    InetSocketAddress client = client(read.substring(0, end));
    if (client != null) {
      ((AbstractServerSession) session).setClientAddress(client);
    }
    buffer.rpos(start + end + 2);
    known.accept(session);
    return true;
  }

  /// {@return the client that a line names, or `null` if the balancer speaks for itself}
  ///
  /// @throws SshException if it is no such line
  static @Nullable InetSocketAddress client(String line) throws SshException {
    Matcher parts = LINE.matcher(line);
    if (parts.matches()) {
      return address(parts.group(1), Integer.parseInt(parts.group(2)));
    }
    if (OWN.matcher(line).matches()) {
      return null;
    }
    throw refusal();
  }

  private static InetSocketAddress address(String literal, int port) throws SshException {
    try {
      return new InetSocketAddress(InetAddress.ofLiteral(literal), port);
    } catch (IllegalArgumentException _) {
      throw refusal();
    }
  }

  private static SshException refusal() {
    return new SshException(
        SshConstants.SSH2_DISCONNECT_PROTOCOL_ERROR, "no PROXY header: come by the balancer");
  }
}
