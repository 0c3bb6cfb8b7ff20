package dev.parley.gateway.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Watches one connection to an HTTP port: closes it if it is one too many, or if it lets a period
/// pass without asking for anything while no answer is under way.
///
/// Bytes alone do not count: whoever sends a header byte by byte would hold a connection for as
/// long as it likes. Confined to the event loop of its channel.
final class ConnectionGuard extends ChannelInboundHandlerAdapter {
  private static final AttributeKey<ConnectionGuard> KEY =
      AttributeKey.valueOf(ConnectionGuard.class, "guard");

  private final WebLimit limit;
  private final Duration period;
  private int underWay;
  private boolean asked;

  ConnectionGuard(WebLimit limit, Duration period) {
    this.limit = limit;
    this.period = period;
  }

  /// {@return the guard of the connection of a request, or `null` if it has none}
  static @Nullable ConnectionGuard of(HttpServerRequest request) {
    HttpConnection connection = request.connection();
    return connection instanceof ConnectionBase base ? base.channel().attr(KEY).get() : null;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    String address = address(context.channel().remoteAddress());
    boolean admitted = limit.enter(address);
    context.channel().closeFuture().addListener(_ -> limit.leave(address));
    if (!admitted) {
      context.close();
      return;
    }
    context.channel().attr(KEY).set(this);
    watch(context);
    context.fireChannelActive();
  }

  /// A whole request has come.
  void onRequest() {
    asked = true;
    underWay++;
  }

  /// A request is answered.
  void onAnswered() {
    underWay--;
  }

  private void watch(ChannelHandlerContext context) {
    context.executor().schedule(() -> judge(context), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void judge(ChannelHandlerContext context) {
    if (!context.channel().isActive()) {
      return;
    }
    if (underWay == 0 && !asked) {
      context.close();
      return;
    }
    asked = false;
    watch(context);
  }

  private static String address(SocketAddress remote) {
    return remote instanceof InetSocketAddress inet
        ? inet.getAddress().getHostAddress()
        : String.valueOf(remote);
  }
}
