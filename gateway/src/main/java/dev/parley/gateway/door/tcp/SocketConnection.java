package dev.parley.gateway.door.tcp;

import dev.parley.contracts.auth.Origin;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.ConnectionContext;
import dev.parley.gateway.door.EntryChunk;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.QueuedConnection;
import dev.parley.gateway.door.Reader;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.limit.ConnectionLimit.Admission;
import dev.parley.gateway.request.line.LineEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.vertx.core.net.impl.NetSocketInternal;
import java.util.List;

/// A client's socket that speaks the line protocol. Confined to the event loop of its socket.
final class SocketConnection extends QueuedConnection {
  private final NetSocketInternal socket;

  SocketConnection(
      Origin origin,
      NetSocketInternal socket,
      ContextExecutor loop,
      ConnectionContext context,
      Admission admission) {
    super(origin, loop, context, admission);
    this.socket = socket;
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
  protected void encode(EntryChunk entries, Reader reader) {
    entries.encode(LineEncoder.INSTANCE, reader, this::write);
  }

  @Override
  protected void send(List<byte[]> pieces, int length) {
    ByteBuf joined = PooledByteBufAllocator.DEFAULT.directBuffer(length, length);
    pieces.forEach(joined::writeBytes);
    socket.writeMessage(joined).onComplete(done -> onWritten(length, done.succeeded()));
  }

  @Override
  protected void end(CloseReason reason) {
    socket.close();
  }

  @Override
  protected void abort() {
    // From here on in the pipeline: Vert.x itself would flush first.
    socket.channelHandlerContext().close();
  }
}
