package dev.parley.deploy.bench.connection;

import dev.parley.deploy.bench.line.LineListener;
import dev.parley.deploy.bench.line.LineTooLongException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One open socket of the tool. All methods run on the loop's thread.
public final class Connection {

  /// Bytes that may wait to be written; a server that lets more pile up is given up.
  public static final int MAX_UNWRITTEN = 1024 * 1024;

  private static final int FIRST_OUTPUT = 2 * 1024;
  private static final int SMALLEST_BUFFER = 4 * 1024;
  private static final int LARGE_BUFFER = 1024 * 1024;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final EventLoop loop;
  private final SocketChannel channel;
  private final LineListener listener;
  private final Protocol protocol;
  private final SelectionKey key;
  private @Nullable CompletableFuture<Connection> opening;
  private ByteBuffer output = NOTHING;
  private boolean unwritten;
  private int reading = SelectionKey.OP_READ;

  private Connection(
      EventLoop loop,
      SocketChannel channel,
      Protocol protocol,
      LineListener listener,
      CompletableFuture<Connection> opening)
      throws IOException {
    this.loop = loop;
    this.channel = channel;
    this.protocol = protocol;
    this.listener = listener;
    this.opening = opening;
    this.key = channel.register(loop.selector(), SelectionKey.OP_CONNECT, this);
  }

  static void open(
      EventLoop loop,
      InetSocketAddress remote,
      @Nullable InetAddress source,
      Protocol protocol,
      LineListener listener,
      CompletableFuture<Connection> opened) {
    try {
      SocketChannel channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      if (source != null) {
        channel.bind(new InetSocketAddress(source, 0));
      }
      Connection connection = new Connection(loop, channel, protocol, listener, opened);
      if (channel.connect(remote)) {
        connection.onConnected();
      }
    } catch (IOException e) {
      opened.completeExceptionally(e);
    }
  }

  /// Says a line; it is written at the end of the loop's turn. Nothing happens once the connection
  /// is closed.
  ///
  /// @param bytes holds the line with its end
  /// @param from index of its first byte
  /// @param length its length
  public void say(byte[] bytes, int from, int length) {
    if (channel.isOpen()) {
      protocol.say(bytes, from, length);
    }
  }

  private void write(byte[] bytes, int from, int length) {
    if (!channel.isOpen()) {
      return;
    }
    if (output.remaining() < length && !makeRoom(length)) {
      fail("the server leaves %d bytes unread".formatted(output.position()));
      return;
    }
    output.put(bytes, from, length);
    if (!unwritten) {
      unwritten = true;
      loop.writeAtEndOfTurn(this);
    }
  }

  /// Leaves what comes in the buffer of the operating system, which becomes as small as it can be,
  /// until [#startReading]. An end of the connection is not noticed meanwhile.
  ///
  /// @throws IOException if the socket is closed
  public void stopReading() throws IOException {
    channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALLEST_BUFFER);
    reading = 0;
    awaitRoom(output.position() > 0);
  }

  /// Reads again, first what lies in the buffer, which becomes a large one: through a small one
  /// what the other side has buffered would come by probes only, seconds apart.
  ///
  /// @throws IOException if the socket is closed
  public void startReading() throws IOException {
    channel.setOption(StandardSocketOptions.SO_RCVBUF, LARGE_BUFFER);
    reading = SelectionKey.OP_READ;
    awaitRoom(output.position() > 0);
  }

  /// Closes the socket; the listener is not told.
  public void close() {
    key.cancel();
    try {
      channel.close();
    } catch (IOException _) {
      // It is gone either way.
    }
  }

  void onReady(ByteBuffer input) {
    try {
      if (channel.isConnectionPending()) {
        channel.finishConnect();
        onConnected();
      } else {
        onReadyToTransfer(input);
      }
    } catch (IOException | LineTooLongException e) {
      fail(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      fail("fault of the tool: " + e);
    }
  }

  void flush() {
    unwritten = false;
    if (!channel.isOpen()) {
      return;
    }
    try {
      output.flip();
      channel.write(output);
      output.compact();
      awaitRoom(output.position() > 0);
    } catch (IOException e) {
      fail(String.valueOf(e.getMessage()));
    }
  }

  private void onReadyToTransfer(ByteBuffer input) throws IOException {
    if (key.isWritable()) {
      flush();
    }
    if (key.isValid() && key.isReadable()) {
      int from = input.arrayOffset() + input.position();
      int length = channel.read(input);
      if (length < 0) {
        fail("closed by the server");
      } else {
        protocol.receive(input.array(), from, from + length, System.nanoTime(), listener);
        completeIfOpen();
      }
    }
  }

  private void onConnected() {
    key.interestOps(SelectionKey.OP_READ);
    protocol.open(this::write);
    completeIfOpen();
  }

  private void completeIfOpen() {
    CompletableFuture<Connection> opened = opening;
    if (opened != null && protocol.isOpen()) {
      opening = null;
      opened.complete(this);
    }
  }

  private void awaitRoom(boolean wanted) {
    int operations = wanted ? reading | SelectionKey.OP_WRITE : reading;
    if (key.isValid() && key.interestOps() != operations) {
      key.interestOps(operations);
    }
  }

  private boolean makeRoom(int length) {
    int needed = output.position() + length;
    if (needed > MAX_UNWRITTEN) {
      return false;
    }
    ByteBuffer larger = ByteBuffer.allocate(Math.max(FIRST_OUTPUT, 2 * needed));
    output = larger.put(output.flip());
    return true;
  }

  private void fail(String cause) {
    close();
    CompletableFuture<Connection> opened = opening;
    if (opened != null) {
      opening = null;
      opened.completeExceptionally(new IOException(cause));
    } else {
      listener.onClosed(cause);
    }
  }
}
