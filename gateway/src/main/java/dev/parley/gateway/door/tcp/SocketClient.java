package dev.parley.gateway.door.tcp;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.Origin;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.limit.ConnectionLimit.Admission;
import dev.parley.gateway.request.DoorContext;
import dev.parley.gateway.request.RequestPipeline;
import dev.parley.gateway.request.line.LineConversation;
import dev.parley.gateway.request.line.LineFramer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.vertx.core.net.impl.NetSocketInternal;

/// A client from its connect to its end: puts framing, requests and the connection together.
/// Confined to the connection's event loop.
final class SocketClient {
  private static final Event GREETING =
      new Event.Notice(
          "greeting",
          "welcome to Parley: register USER PASSWORD, then login USER PASSWORD;"
              + " help lists the commands");

  private final SocketConnection connection;
  private final RequestPipeline pipeline;
  private boolean broken;

  private SocketClient(SocketConnection connection, RequestPipeline pipeline) {
    this.connection = connection;
    this.pipeline = pipeline;
  }

  static SocketClient open(
      String door, NetSocketInternal socket, ContextExecutor loop, DoorContext context) {
    String address = socket.remoteAddress().hostAddress();
    Admission admission = context.limit().admit(address);
    SocketConnection connection =
        new SocketConnection(
            new Origin(door, address), socket, loop, context.connections(), admission);
    SocketClient client = new SocketClient(connection, context.pipelines().open(connection));
    if (admission.refusal() != null) {
      client.refuse(admission.refusal());
    } else {
      client.listen(socket, context);
      connection.limitLogin(context.config().loginTimeout());
      connection.tell(GREETING);
    }
    return client;
  }

  SocketConnection connection() {
    return connection;
  }

  void onGone() {
    pipeline.onClosed(connection.onGone(broken ? CloseReason.LOST : CloseReason.CLOSED));
  }

  private void listen(NetSocketInternal socket, DoorContext context) {
    int maxLine = context.config().maxLine();
    LineFramer framer =
        new LineFramer(maxLine, new LineConversation(connection, pipeline, maxLine));
    socket.handler(buffer -> framer.onBytes(buffer.getBytes()));
    socket.exceptionHandler(_ -> broken = true);
    // `printf … | nc -N` closes its side when it has sent everything, and still wants the replies.
    socket
        .channelHandlerContext()
        .channel()
        .config()
        .setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    // Whoever stands between makes an orderly end of a connection that broke: in the middle of a
    // line, or before the client had read what was written.
    boolean endIsTheClients = !context.config().proxyProtocol();
    socket.eventHandler(event -> {
      if (event instanceof ChannelInputShutdownEvent) {
        if (endIsTheClients) {
          framer.onEnd();
        }
        pipeline.onEndOfRequests(endIsTheClients ? CloseReason.LOGOUT : CloseReason.LOST);
      }
    });
  }

  private void refuse(String why) {
    connection.reply(new Reply.Failed(ErrorCode.UNAVAILABLE, why));
    connection.close(CloseReason.REFUSED);
  }
}
