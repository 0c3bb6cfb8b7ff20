package dev.parley.gateway.door.ws;

import dev.parley.contracts.auth.Origin;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.ScheduledLoop;
import dev.parley.gateway.limit.ConnectionLimit.Admission;
import dev.parley.gateway.request.DoorContext;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.RequestPipeline;
import dev.parley.gateway.request.frame.Frame;
import dev.parley.gateway.request.frame.FrameParser;
import io.netty.buffer.ByteBufUtil;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;

/// A client from its upgrade to its end: puts frames, requests and the connection together.
/// Confined to the connection's event loop.
final class FrameClient {
  private final FrameConnection connection;
  private final RequestPipeline pipeline;

  private FrameClient(FrameConnection connection, RequestPipeline pipeline) {
    this.connection = connection;
    this.pipeline = pipeline;
  }

  static FrameClient open(
      WebSocketConnection socket,
      ConnectionBase channel,
      ScheduledLoop loop,
      Duration loginTimeout,
      DoorContext context) {
    String address = channel.remoteAddress().hostAddress();
    Admission admission = context.limit().admit(address);
    Origin origin = new Origin(WebSocketDoor.NAME, address);
    FrameConnection connection =
        new FrameConnection(origin, socket, channel, loop, context.connections(), admission);
    FrameClient client = new FrameClient(connection, context.pipelines().open(connection));
    if (admission.refusal() != null) {
      connection.tell(new Event.Notice("refused", admission.refusal()));
      connection.close(CloseReason.REFUSED, CloseCode.TRY_AGAIN);
    } else {
      connection.limitLogin(loginTimeout);
    }
    return client;
  }

  FrameConnection connection() {
    return connection;
  }

  void onText(String text) {
    if (connection.isClosed()) {
      return;
    }
    if (isTooBig(text)) {
      connection.close(CloseReason.PROTOCOL, CloseCode.TOO_BIG);
      return;
    }
    Frame frame = FrameParser.parse(text);
    if (!(frame.request() instanceof Request.Unanswered)) {
      connection.expectAnswer(frame.id());
    }
    pipeline.onRequest(frame.request());
  }

  void onBinary() {
    connection.close(CloseReason.PROTOCOL, CloseCode.NOT_TEXT);
  }

  /// A fault of the gateway's own: what the client asked may be half done.
  void onFault() {
    connection.close(CloseReason.LOST);
  }

  void onGone(CloseReason seen) {
    pipeline.onClosed(connection.onGone(seen));
  }

  private static boolean isTooBig(String text) {
    // A UTF-16 unit has at most three bytes: the count is seldom made.
    return text.length() > FrameJoiner.MAX_FRAME / 3
        && ByteBufUtil.utf8Bytes(text) > FrameJoiner.MAX_FRAME;
  }
}
