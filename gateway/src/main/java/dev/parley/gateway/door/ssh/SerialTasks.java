package dev.parley.gateway.door.ssh;

import io.quarkus.logging.Log;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Runs tasks that may wait one after the other, on a virtual thread that is there while there is
/// something to do. A task that fails is logged, and does not keep the next from running. Whoever
/// adds tasks bounds their number. Safe for use by many threads.
public final class SerialTasks implements Executor {
  private final Deque<Runnable> waiting = new ArrayDeque<>(2);
  private boolean running;

  /// Starts without tasks.
  public SerialTasks() {}

  @Override
  public synchronized void execute(Runnable task) {
    waiting.add(task);
    if (!running) {
      running = true;
      Thread.startVirtualThread(this::run);
    }
  }

  private void run() {
    for (Runnable task = next(); task != null; task = next()) {
      runOne(task);
    }
  }

  private static void runOne(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      Log.warn("task of an ssh connection failed", e);
    }
  }

  private synchronized @Nullable Runnable next() {
    Runnable task = waiting.poll();
    running = task != null;
    return task;
  }
}
