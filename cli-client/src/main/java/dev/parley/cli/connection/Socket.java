package dev.parley.cli.connection;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One open WebSocket: sends one text after another, and asks for the next message only when the
/// last one was worked off, so that nothing piles up on this side.
///
/// The JDK allows one outstanding send; the others are chained behind it, at most 1,024. One more
/// means that the server takes nothing: the connection is given up.
final class Socket implements WebSocket.Listener {

  /// Close code of a connection that broke.
  static final int BROKEN = 1006;

  private static final int MOST_WAITING = 1_024;
  private static final int LONGEST_MESSAGE = 16 * 1_024 * 1_024;

  /// Hears what happens; called on the loop.
  interface Owner {
    void onOpen(Socket socket);

    void onText(Socket socket, String text);

    void onClosed(Socket socket, int code, String reason);
  }

  private final Executor loop;
  private final Owner owner;
  private final StringBuilder parts = new StringBuilder();
  private final AtomicInteger waiting = new AtomicInteger();
  private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null);
  private volatile @Nullable WebSocket socket;
  private volatile long heardAt = System.nanoTime();

  Socket(Executor loop, Owner owner) {
    this.loop = loop;
    this.owner = owner;
  }

  /// Sends a text after those before it. On the loop only.
  void send(String text) {
    WebSocket open = socket;
    if (open == null) {
      return;
    }
    if (waiting.incrementAndGet() > MOST_WAITING) {
      abort("the server takes nothing");
      return;
    }
    lastSend =
        lastSend
            .thenCompose(_ -> open.sendText(text, true))
            .whenComplete((_, failure) -> onSent(failure));
  }

  void ping() {
    WebSocket open = socket;
    if (open != null) {
      open.sendPing(ByteBuffer.allocate(0)).exceptionally(_ -> open);
    }
  }

  /// {@return time since anything was heard of the server, in ns}
  long silence() {
    return System.nanoTime() - heardAt;
  }

  /// Says goodbye; the owner hears nothing more of it.
  void close() {
    WebSocket open = socket;
    if (open != null) {
      lastSend
          .thenCompose(_ -> open.sendClose(WebSocket.NORMAL_CLOSURE, ""))
          .whenComplete((_, _) -> open.abort());
    }
  }

  void abort(String reason) {
    WebSocket open = socket;
    if (open != null) {
      open.abort();
    }
    loop.execute(() -> owner.onClosed(this, BROKEN, reason));
  }

  @Override
  public void onOpen(WebSocket opened) {
    socket = opened;
    heardAt = System.nanoTime();
    loop.execute(() -> owner.onOpen(this));
    opened.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    heardAt = System.nanoTime();
    parts.append(data);
    if (parts.length() > LONGEST_MESSAGE) {
      abort("a message of the server was too long");
      return null;
    }
    if (!last) {
      from.request(1);
      return null;
    }
    String text = parts.toString();
    parts.setLength(0);
    loop.execute(() -> {
      owner.onText(this, text);
      from.request(1);
    });
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    heardAt = System.nanoTime();
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
    heardAt = System.nanoTime();
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
    heardAt = System.nanoTime();
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    loop.execute(() -> owner.onClosed(this, code, reason));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    loop.execute(() -> owner.onClosed(this, BROKEN, "the connection broke"));
  }

  private void onSent(@Nullable Throwable failure) {
    waiting.decrementAndGet();
    if (failure != null) {
      abort("the connection broke");
    }
  }
}
