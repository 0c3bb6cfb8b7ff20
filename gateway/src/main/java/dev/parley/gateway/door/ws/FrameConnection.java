package dev.parley.gateway.door.ws;

import dev.parley.contracts.auth.Origin;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.DoorConfig;
import dev.parley.gateway.door.DoorConnection;
import dev.parley.gateway.door.DoorMetrics;
import dev.parley.gateway.door.EntryChunk;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.Outbox;
import dev.parley.gateway.door.Reader;
import dev.parley.gateway.door.Reply;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// A client's WebSocket that speaks the frame protocol.
///
/// What one turn of the loop has gathered leaves together, in one frame if it fits. The queue of
/// what waits to be sent is bounded by bytes: one that passes the limit is closed as a slow reader,
/// without sending the rest. Confined to the event loop of its channel.
final class FrameConnection implements DoorConnection {
  private final String id;
  private final Origin origin;
  private final WebSocketConnection socket;
  private final ConnectionBase channel;
  private final FrameLoop loop;
  private final DoorConfig config;
  private final DoorMetrics metrics;
  private final Admission admission;
  private final Outbox outbox;
  private final Deque<FrameId> asked = new ArrayDeque<>(2);
  private boolean joined;
  private @Nullable CloseReason closing;

  FrameConnection(
      String id,
      Origin origin,
      WebSocketConnection socket,
      ConnectionBase channel,
      FrameLoop loop,
      DoorConfig config,
      DoorMetrics metrics,
      Admission admission) {
    this.id = id;
    this.origin = origin;
    this.socket = socket;
    this.channel = channel;
    this.loop = loop;
    this.config = config;
    this.metrics = metrics;
    this.admission = admission;
    this.outbox = new Outbox(config.maxUnsent().asLongValue());
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Origin origin() {
    return origin;
  }

  @Override
  public Executor loop() {
    return loop;
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
  public void deliver(EntryChunk entries, Reader reader) {
    metrics.delivered(entries);
    joined |= entries.entries().size() > 1;
    entries.encode(FrameEncoder.INSTANCE, reader, this::write);
  }

  @Override
  public void authenticated() {
    admission.promote();
  }

  @Override
  public boolean acknowledges() {
    return true;
  }

  @Override
  public boolean isDrained() {
    return outbox.isDrained();
  }

  @Override
  public CompletableFuture<Void> drained() {
    return isClosed() ? CompletableFuture.completedFuture(null) : outbox.drained();
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
  public void close(CloseReason reason) {
    close(reason, CloseCode.of(reason));
  }

  /// Closes with a code that says more than the reason.
  void close(CloseReason reason, int code) {
    if (closing != null) {
      return;
    }
    flush();
    closing = reason;
    Log.debugf("connection closes connection=%s door=%s cause=%s", id, origin.door(), reason);
    sendClose(reason, code);
  }

  @Override
  public boolean isClosed() {
    return closing != null;
  }

  /// {@return why the connection ends: as it was told to, or else as seen from outside}
  CloseReason onGone(CloseReason seen) {
    CloseReason reason = closing != null ? closing : seen;
    closing = reason;
    admission.release();
    metrics.closed(origin.door(), reason);
    outbox.release();
    return reason;
  }

  private void sendClose(CloseReason reason, int code) {
    socket
        .close(new io.quarkus.websockets.next.CloseReason(code, reason.label()))
        .subscribe()
        .with(_ -> {}, failure -> Log.debugf("not closed connection=%s cause=%s", id, failure));
    // The client may not read, and then never sees the code.
    loop.after(config.closeTimeout(), () -> channel.channelHandlerContext().close());
  }

  private void flush() {
    if (outbox.isEmpty() || closing != null) {
      return;
    }
    long length = outbox.gathered();
    List<byte[]> pieces = outbox.take();
    List<WebSocketFrame> frames =
        pieces.size() == 1 && !joined
            ? FrameJoiner.single(pieces.getFirst())
            : FrameJoiner.join(pieces);
    joined = false;
    for (int i = 0; i < frames.size() - 1; i++) {
      channel.writeToChannel(frames.get(i));
    }
    channel.writeToChannel(
        frames.getLast(), (Future<Void> done) -> outbox.onWritten(length, done.isSuccess()));
  }

  private void write(byte[] piece) {
    if (closing != null || piece.length == 0) {
      return;
    }
    if (outbox.isEmpty()) {
      loop.turnEnd().add(this::flush);
    }
    if (!outbox.add(piece)) {
      dropSlowReader();
    }
  }

  private void dropSlowReader() {
    Log.warnf(
        "slow reader dropped connection=%s door=%s address=%s unsent=%d limit=%d",
        id, origin.door(), origin.address(), outbox.waiting(), config.maxUnsent().asLongValue());
    closing = CloseReason.SLOW_READER;
    outbox.drop();
    sendClose(CloseReason.SLOW_READER, CloseCode.of(CloseReason.SLOW_READER));
  }
}
