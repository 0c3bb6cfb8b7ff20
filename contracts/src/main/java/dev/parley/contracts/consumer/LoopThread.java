package dev.parley.contracts.consumer;

import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;

/// The thread of a loop, and how it is told to end. Safe for use by many threads.
final class LoopThread {
  /// A broker that says nothing is not waited for longer; the cluster finds out by itself then.
  private static final CloseOptions GOOD_BYE = CloseOptions.timeout(Duration.ofSeconds(3));

  private final Thread thread;
  private final Consumer<?, ?> consumer;
  private final Duration closeLimit;
  private volatile boolean running = true;
  private volatile long lastTurnNanos = System.nanoTime();

  LoopThread(String name, Runnable loop, Consumer<?, ?> consumer, Duration closeLimit) {
    this.thread = Thread.ofPlatform().name(name).unstarted(loop);
    this.consumer = consumer;
    this.closeLimit = closeLimit;
  }

  /// Says good-bye to the cluster; at the end of the loop.
  void closeConsumer() {
    consumer.close(GOOD_BYE);
  }

  void start() {
    thread.start();
  }

  boolean isAlive() {
    return thread.isAlive();
  }

  /// {@return whether the loop is to take another turn}
  boolean isRunning() {
    return running;
  }

  /// Notes that the loop came by.
  void onTurn() {
    lastTurnNanos = System.nanoTime();
  }

  Duration sinceLastTurn() {
    return Duration.ofNanos(System.nanoTime() - lastTurnNanos);
  }

  /// Ends the loop from within: whoever interrupted it meant it.
  void interrupted() {
    Thread.currentThread().interrupt();
    running = false;
  }

  /// Tells the loop to end, and waits for that, but not longer than the limit.
  ///
  /// @return whether there was a loop to end; if not, the consumer was closed here
  boolean close() {
    running = false;
    if (thread.getState() == Thread.State.NEW) {
      closeConsumer();
      return false;
    }
    consumer.wakeup();
    try {
      thread.join(closeLimit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }
}
