package dev.parley.gateway.web;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives each connection to an HTTP port its [ConnectionGuard].
///
/// Quarkus owns the HTTP server and shows a connection only when it has made a request, which is
/// too late for one that never does. So Netty finds this class as a service, and asks it about
/// every connection that any server of this process accepts; which of them are meant is told by
/// [#guard]. Where the program and its libraries have class loaders of their own, as in Quarkus'
/// tests and its development mode, Netty does not find it.
public final class GuardedPorts extends ChannelInitializerExtension {
  private static volatile @Nullable Rule rule;

  private record Rule(Set<Integer> ports, WebLimit limit, Duration period) {}

  /// Made by Netty.
  public GuardedPorts() {}

  /// Has Netty ask; before the first server listens.
  static void enable() {
    System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
  }

  /// Guards the connections that come from here on.
  ///
  /// @param ports local ports
  /// @param limit counts them
  /// @param period how long each may be silent
  static void guard(Set<Integer> ports, WebLimit limit, Duration period) {
    rule = new Rule(Set.copyOf(ports), limit, period);
  }

  @Override
  public void postInitializeServerChildChannel(Channel channel) {
    Rule present = rule;
    if (present != null
        && channel.localAddress() instanceof InetSocketAddress local
        && present.ports.contains(local.getPort())) {
      channel.pipeline().addFirst(new ConnectionGuard(present.limit, present.period));
    }
  }
}
