package dev.parley.gateway.door.ws;

import dev.parley.contracts.auth.Origin;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.ConnectionContext;
import dev.parley.gateway.door.EntryChunk;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.QueuedConnection;
import dev.parley.gateway.door.Reader;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.door.ScheduledLoop;
import dev.parley.gateway.limit.ConnectionLimit.Admission;
import dev.parley.gateway.request.frame.FrameEncoder;
import dev.parley.gateway.request.frame.FrameId;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.concurrent.Future;
import io.quarkus.logging.Log;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// A client's WebSocket that speaks the frame protocol. What leaves together is one frame if it
/// fits. Confined to the event loop of its channel.
final class FrameConnection extends QueuedConnection {
  private final WebSocketConnection socket;
  private final ConnectionBase channel;
  private final Deque<FrameId> asked = new ArrayDeque<>(2);
  private boolean joined;
  private int closeCode;

  FrameConnection(
      Origin origin,
      WebSocketConnection socket,
      ConnectionBase channel,
      ScheduledLoop loop,
      ConnectionContext context,
      Admission admission) {
    super(origin, loop, context, admission);
    this.socket = socket;
    this.channel = channel;
  }

  /// Notes the id of the next request: answers come in the order of the requests.
  void expectAnswer(FrameId request) {
    asked.add(request);
  }

  @Override
  public void reply(Reply reply) {
    FrameId request = asked.poll();
    write(FrameEncoder.INSTANCE.encode(request == null ? FrameId.NONE : request, reply));
  }

  @Override
  public void tell(Event event) {
    write(FrameEncoder.INSTANCE.encode(event));
  }

  @Override
  public boolean acknowledges() {
    return true;
  }

  @Override
  public void pauseReading(boolean paused) {
    if (paused) {
      channel.doPause();
    } else {
      channel.doResume();
    }
  }

  @Override
  protected void encode(EntryChunk entries, Reader reader) {
    joined |= entries.entries().size() > 1;
    entries.encode(FrameEncoder.INSTANCE, reader, this::write);
  }

  @Override
  protected void send(List<byte[]> pieces, int length) {
    List<WebSocketFrame> frames =
        pieces.size() == 1 && !joined
            ? FrameJoiner.single(pieces.getFirst())
            : FrameJoiner.join(pieces);
    joined = false;
    for (int i = 0; i < frames.size() - 1; i++) {
      channel.writeToChannel(frames.get(i));
    }
    channel.writeToChannel(
        frames.getLast(), (Future<Void> done) -> onWritten(length, done.isSuccess()));
  }

  /// Closes with a code that says more than the reason.
  void close(CloseReason reason, int code) {
    closeCode = code;
    close(reason);
  }

  @Override
  protected void end(CloseReason reason) {
    int code = closeCode != 0 ? closeCode : CloseCode.of(reason);
    socket
        .close(new io.quarkus.websockets.next.CloseReason(code, reason.label()))
        .subscribe()
        .with(_ -> {}, failure -> Log.debugf("not closed connection=%s cause=%s", id(), failure));
  }

  /// The client may read the code, if it reads again.
  @Override
  protected void dropped() {
    endSoon(CloseReason.SLOW_READER);
  }

  @Override
  protected void abort() {
    channel.channelHandlerContext().close();
  }
}
