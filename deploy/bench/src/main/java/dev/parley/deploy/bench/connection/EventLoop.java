package dev.parley.deploy.bench.connection;

import dev.parley.deploy.bench.line.LineListener;
import dev.parley.deploy.bench.line.LineScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One thread and its connections.
public final class EventLoop implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(EventLoop.class.getName());
  private static final int READ_SIZE = 128 * 1024;
  private static final long LONGEST_SELECT_MILLIS = 100;
  private static final long CLOSE_LIMIT_MILLIS = 5_000;

  private final Selector selector;
  private final Thread thread;
  private final ByteBuffer input = ByteBuffer.allocate(LineScanner.MAX_LINE + READ_SIZE);
  // Grows with what the tool itself asks for: a few tasks for each connection at the most.
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final List<Connection> unwritten = new ArrayList<>();
  private volatile @Nullable LongConsumer turnHook;
  private volatile boolean running = true;

  private EventLoop(String name, Selector selector) {
    this.selector = selector;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  /// Starts a loop.
  ///
  /// @param name name of its thread
  /// @return the loop
  public static EventLoop start(String name) {
    try {
      EventLoop loop = new EventLoop(name, Selector.open());
      loop.thread.start();
      return loop;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Connects to a server.
  ///
  /// @param remote where it listens
  /// @param source address to come from, or `null` for any
  /// @param protocol how its lines travel
  /// @param listener takes the connection's lines
  /// @return completes on the loop's thread when the connection is open
  public CompletableFuture<Connection> connect(
      InetSocketAddress remote,
      @Nullable InetAddress source,
      Protocol protocol,
      LineListener listener) {
    CompletableFuture<Connection> opened = new CompletableFuture<>();
    execute(() -> Connection.open(this, remote, source, protocol, listener, opened));
    return opened;
  }

  /// Runs a task on the loop's thread, after those that were given before.
  ///
  /// @param task must not block
  public void execute(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  /// Runs a task on the loop's thread.
  ///
  /// @param <T> type of the result
  /// @param task must not block
  /// @return its result
  public <T> CompletableFuture<T> call(Supplier<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    execute(() -> {
      try {
        result.complete(task.get());
      } catch (RuntimeException e) {
        result.completeExceptionally(e);
      }
    });
    return result;
  }

  /// Sets what runs on the loop's thread at every turn, with `System.nanoTime()`, before what was
  /// said is written.
  ///
  /// @param hook must be quick; `null` for none
  public void onTurn(@Nullable LongConsumer hook) {
    turnHook = hook;
  }

  /// Makes the loop turn now. Cheap; any thread may call it.
  public void wakeUp() {
    selector.wakeup();
  }

  /// Closes every connection and ends the thread.
  @Override
  public void close() {
    running = false;
    selector.wakeup();
    try {
      thread.join(CLOSE_LIMIT_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  Selector selector() {
    return selector;
  }

  void writeAtEndOfTurn(Connection connection) {
    unwritten.add(connection);
  }

  private void run() {
    try (selector) {
      while (running) {
        turn();
      }
      selector.keys().stream().map(EventLoop::connection).toList().forEach(Connection::close);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void turn() throws IOException {
    selector.select(this::onReady, LONGEST_SELECT_MILLIS);
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      run(task);
    }
    LongConsumer hook = turnHook;
    if (hook != null) {
      hook.accept(System.nanoTime());
    }
    unwritten.forEach(Connection::flush);
    unwritten.clear();
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      // A fault of the tool; what the task was for is missing at the end of the load.
      LOG.log(System.Logger.Level.ERROR, "task failed", e);
    }
  }

  private void onReady(SelectionKey key) {
    input.limit(input.capacity()).position(LineScanner.MAX_LINE);
    connection(key).onReady(input);
  }

  private static Connection connection(SelectionKey key) {
    return (Connection) key.attachment();
  }
}
