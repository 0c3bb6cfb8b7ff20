package dev.parley.gateway.door.tcp;

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
import dev.parley.gateway.request.line.LineEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.quarkus.logging.Log;
import io.vertx.core.net.impl.NetSocketInternal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// A client's socket that speaks the line protocol.
///
/// The queue of what waits to be sent is bounded by bytes: one that passes the limit is closed as a
/// slow reader at once, without sending the rest; it misses nothing when it comes back, because its
/// cursor did not move. Confined to the event loop of its socket.
final class SocketConnection implements DoorConnection {
  private final String id;
  private final Origin origin;
  private final NetSocketInternal socket;
  private final ContextExecutor loop;
  private final DoorConfig config;
  private final DoorMetrics metrics;
  private final Admission admission;
  private final Outbox outbox;
  private @Nullable CloseReason closing;

  SocketConnection(
      String id,
      Origin origin,
      NetSocketInternal socket,
      ContextExecutor loop,
      DoorConfig config,
      DoorMetrics metrics,
      Admission admission) {
    this.id = id;
    this.origin = origin;
    this.socket = socket;
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

  @Override
  public void reply(Reply reply) {
    write(LineEncoder.INSTANCE.encode(reply));
  }

  @Override
  public void tell(Event event) {
    write(LineEncoder.INSTANCE.encode(event));
  }

  @Override
  public void deliver(EntryChunk entries, Reader reader) {
    metrics.delivered(entries);
    entries.encode(LineEncoder.INSTANCE, reader, this::write);
  }

  @Override
  public void authenticated() {
    admission.promote();
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
  public boolean acknowledges() {
    return false;
  }

  @Override
  public void pauseReading(boolean paused) {
    if (paused) {
      socket.pause();
    } else {
      socket.resume();
    }
  }

  @Override
  public void close(CloseReason reason) {
    if (closing != null) {
      return;
    }
    flush();
    closing = reason;
    Log.debugf("connection closes connection=%s door=%s cause=%s", id, origin.door(), reason);
    socket.close();
    loop.after(config.closeTimeout(), this::abort);
  }

  @Override
  public boolean isClosed() {
    return closing != null;
  }

  /// {@return why the connection ends: as it was told to, or else as seen from outside}
  CloseReason onGone(boolean broken) {
    CloseReason reason = closing != null ? closing : broken ? CloseReason.LOST : CloseReason.CLOSED;
    closing = reason;
    admission.release();
    metrics.closed(origin.door(), reason);
    outbox.release();
    return reason;
  }

  /// Writes what this turn of the loop has gathered, in one piece.
  void flush() {
    if (outbox.isEmpty() || closing != null) {
      return;
    }
    int length = outbox.gathered();
    ByteBuf joined = PooledByteBufAllocator.DEFAULT.directBuffer(length, length);
    outbox.take().forEach(joined::writeBytes);
    socket.writeMessage(joined).onComplete(done -> outbox.onWritten(length, done.succeeded()));
  }

  private void write(byte[] bytes) {
    if (closing != null || bytes.length == 0) {
      return;
    }
    if (outbox.isEmpty()) {
      loop.turnEnd().add(this::flush);
    }
    if (!outbox.add(bytes)) {
      dropSlowReader();
    }
  }

  private void dropSlowReader() {
    Log.warnf(
        "slow reader dropped connection=%s door=%s address=%s unsent=%d limit=%d",
        id, origin.door(), origin.address(), outbox.waiting(), config.maxUnsent().asLongValue());
    closing = CloseReason.SLOW_READER;
    outbox.drop();
    abort();
  }

  /// Closes without waiting for what was written: the client may not read.
  private void abort() {
    // From here on in the pipeline: Vert.x itself would flush first.
    socket.channelHandlerContext().close();
  }
}
