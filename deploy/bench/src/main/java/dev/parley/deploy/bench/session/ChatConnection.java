package dev.parley.deploy.bench.session;

import dev.parley.deploy.bench.connection.Connection;
import dev.parley.deploy.bench.connection.EventLoop;
import dev.parley.deploy.bench.line.LineCursor;
import dev.parley.deploy.bench.line.LineListener;
import dev.parley.deploy.bench.line.ServerReply;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A connection that speaks lines, or what its door makes of them.
///
/// Commands asked by [#request] get their replies as futures, in order. Replies beyond these, and
/// all events, go to the [Traffic]; without one they are dropped. Rows of listings are dropped.
public final class ChatConnection implements LineListener {

  private static final byte[] EVENT = "* ".getBytes(StandardCharsets.US_ASCII);

  private final EventLoop loop;
  private final LineCursor cursor = new LineCursor();
  // Loop thread only; as long as what the tool asks at a time.
  private final Queue<CompletableFuture<ServerReply>> awaited = new ArrayDeque<>();
  private @Nullable Connection connection;
  private @Nullable Traffic traffic;
  private @Nullable String closed;

  private ChatConnection(EventLoop loop) {
    this.loop = loop;
  }

  /// Opens a connection.
  ///
  /// @param loop event loop that it belongs to
  /// @param door where to connect to
  /// @param number number of the connection; decides which address it comes from
  /// @return completes on the loop's thread
  public static CompletableFuture<ChatConnection> open(EventLoop loop, Door door, int number) {
    ChatConnection chat = new ChatConnection(loop);
    try {
      return loop.connect(door.address(), door.source(number), door.protocol(), chat)
          .thenApply(opened -> {
            chat.connection = opened;
            return chat;
          });
    } catch (UnknownHostException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /// Says a command and awaits its reply. Any thread may call this.
  ///
  /// @param command the line, without its end
  /// @return the reply, on the loop's thread; fails if the connection is lost
  public CompletableFuture<ServerReply> request(String command) {
    byte[] line = (command + "\n").getBytes(StandardCharsets.UTF_8);
    CompletableFuture<ServerReply> reply = new CompletableFuture<>();
    loop.execute(() -> {
      if (closed != null) {
        reply.completeExceptionally(new ConnectionLostException(closed));
        return;
      }
      awaited.add(reply);
      say(line);
    });
    return reply;
  }

  /// Says a command whose reply goes to the traffic. Loop thread only.
  ///
  /// @param line the command with its line end
  public void say(byte[] line) {
    if (connection != null && closed == null) {
      connection.say(line, 0, line.length);
    }
  }

  /// Sets who takes replies and events from here on. Loop thread only.
  ///
  /// @param next takes them
  /// @return whether the connection is open; if not, the traffic has been told
  public boolean listen(Traffic next) {
    traffic = next;
    if (closed != null) {
      next.onClosed(closed);
    }
    return closed == null;
  }

  /// {@return the event loop that the connection belongs to}
  public EventLoop loop() {
    return loop;
  }

  /// Reads nothing until [#startReading]; what comes piles up in the server. Loop thread only.
  ///
  /// @throws ConnectionLostException if the connection is closed
  public void stopReading() {
    try {
      open().stopReading();
    } catch (IOException e) {
      throw new ConnectionLostException(String.valueOf(e.getMessage()));
    }
  }

  /// Reads again, first what lies in the buffers of the operating system. Loop thread only.
  ///
  /// @throws ConnectionLostException if the connection is closed
  public void startReading() {
    try {
      open().startReading();
    } catch (IOException e) {
      throw new ConnectionLostException(String.valueOf(e.getMessage()));
    }
  }

  private Connection open() {
    if (connection == null || closed != null) {
      throw new ConnectionLostException(String.valueOf(closed));
    }
    return connection;
  }

  /// Closes the connection; nobody is told. Loop thread only.
  public void close() {
    if (connection != null && closed == null) {
      closed = "closed by the tool";
      connection.close();
    }
  }

  @Override
  public void onLine(byte[] bytes, int from, int to, long nanos) {
    LineCursor line = cursor.over(bytes, from, to);
    if (line.accept(EVENT)) {
      if (traffic != null) {
        traffic.onEvent(line, nanos);
      }
    } else if (from < to && (bytes[from] == '+' || bytes[from] == '-')) {
      onReply(line, nanos);
    }
  }

  @Override
  public void onClosed(String cause) {
    closed = cause;
    awaited.forEach(reply -> reply.completeExceptionally(new ConnectionLostException(cause)));
    awaited.clear();
    if (traffic != null) {
      traffic.onClosed(cause);
    }
  }

  private void onReply(LineCursor line, long nanos) {
    CompletableFuture<ServerReply> first = awaited.poll();
    if (first != null) {
      first.complete(ServerReply.of(line.rest()));
    } else if (traffic != null) {
      traffic.onReply(line, nanos);
    }
  }
}
