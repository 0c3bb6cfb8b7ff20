package dev.parley.deploy.bench.spine;

import dev.parley.deploy.bench.line.LineListener;
import dev.parley.deploy.bench.line.LineScanner;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.impl.NetSocketInternal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One connection of the bare door: cuts lines, and joins what is to be written into one write for
/// each turn of the event loop.
///
/// It has no write limit: the only client is the tool, which reads.
final class DoorConnection implements LineListener {

  private static final int FIRST_OUTPUT = 4 * 1024;

  private final NetSocketInternal socket;
  private final DoorLoop loop;
  private final LineScanner scanner = new LineScanner();
  private @Nullable ByteBuf output;
  private @Nullable String handle;

  DoorConnection(NetSocketInternal socket, DoorLoop loop) {
    this.socket = socket;
    this.loop = loop;
    socket.handler(this::onBytes);
    socket.closeHandler(_ -> onClosed("closed"));
    socket.exceptionHandler(_ -> socket.close());
  }

  /// {@return who is logged in here, or `null`}
  @Nullable String handle() {
    return handle;
  }

  void logIn(String name) {
    handle = name;
  }

  /// {@return where to add what is to be written at the end of this turn}
  ByteBuf output() {
    ByteBuf joined = output;
    if (joined == null) {
      joined = PooledByteBufAllocator.DEFAULT.directBuffer(FIRST_OUTPUT);
      output = joined;
      loop.writeAtEndOfTurn(this);
    }
    return joined;
  }

  void say(String line) {
    output().writeCharSequence(line + "\n", StandardCharsets.UTF_8);
  }

  void flush() {
    ByteBuf joined = output;
    output = null;
    if (joined != null) {
      socket.writeMessage(joined);
    }
  }

  @Override
  public void onLine(byte[] bytes, int from, int to, long nanos) {
    loop.onLine(this, new String(bytes, from, to - from, StandardCharsets.UTF_8));
  }

  @Override
  public void onClosed(String cause) {
    loop.onClosed(this);
  }

  private void onBytes(Buffer buffer) {
    byte[] scratch = loop.scratch(buffer.length());
    buffer.getBytes(0, buffer.length(), scratch, LineScanner.MAX_LINE);
    int to = LineScanner.MAX_LINE + buffer.length();
    scanner.scan(scratch, LineScanner.MAX_LINE, to, System.nanoTime(), this);
  }
}
