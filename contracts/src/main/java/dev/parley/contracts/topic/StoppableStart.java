package dev.parley.contracts.topic;

import java.util.function.Consumer;

/// A start that waits for others, such as Kafka, and ends early when the process is told to end.
///
/// Quarkus lets a start come to its end before it stops what was started. Whoever stops a container
/// does not wait that long.
public final class StoppableStart {
  private final Consumer<Thread> addHook;
  private final Consumer<Thread> removeHook;

  /// For a start of this process.
  public StoppableStart() {
    this(Runtime.getRuntime()::addShutdownHook, Runtime.getRuntime()::removeShutdownHook);
  }

  StoppableStart(Consumer<Thread> addHook, Consumer<Thread> removeHook) {
    this.addHook = addHook;
    this.removeHook = removeHook;
  }

  /// Runs a start on the calling thread, which is interrupted when the process is told to end.
  ///
  /// @param start what to do; ends by an exception soon after it is interrupted
  /// @throws IllegalStateException if the process is ending already
  public void run(Runnable start) {
    Thread hook = new Thread(Thread.currentThread()::interrupt, "end-start");
    addHook.accept(hook);
    try {
      start.run();
    } finally {
      remove(hook);
    }
  }

  private void remove(Thread hook) {
    try {
      removeHook.accept(hook);
    } catch (IllegalStateException _) {
      // The process is ending, and the hook runs or has run: that is what it was for.
    }
  }
}
