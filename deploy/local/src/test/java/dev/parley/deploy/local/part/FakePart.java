package dev.parley.deploy.local.part;

import dev.parley.deploy.embedded.StartFailedException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// A part without a process: it dies when told to, and fails to start as often as told to.
final class FakePart implements Part {

  private final AtomicInteger starts = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile RuntimeException failure = new StartFailedException("fake-1 ended with code 9");
  private volatile boolean running;
  private volatile boolean ranTwice;
  private volatile CompletableFuture<Integer> exit = new CompletableFuture<>();

  void failNext(int times) {
    failures.set(times);
  }

  void failNext(RuntimeException with) {
    failure = with;
    failures.set(1);
  }

  /// Whether a start found what an earlier one had left.
  boolean ranTwice() {
    return ranTwice;
  }

  void die(int code) {
    running = false;
    exit.complete(code);
  }

  int starts() {
    return starts.get();
  }

  @Override
  public String name() {
    return "fake-1";
  }

  @Override
  public String kind() {
    return "fake";
  }

  @Override
  public Map<String, Integer> ports() {
    return Map.of();
  }

  @Override
  public void start() {
    starts.incrementAndGet();
    ranTwice |= running;
    running = true;
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw failure;
    }
    exit = new CompletableFuture<>();
  }

  @Override
  public void stop() {
    running = false;
    exit.complete(143);
  }

  @Override
  public long pid() {
    return -1;
  }

  @Override
  public CompletableFuture<Integer> onExit() {
    return exit;
  }
}
