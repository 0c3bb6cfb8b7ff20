package dev.parley.deploy.bench.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Does many things that take time, a bounded number of them at a time.
public final class Parallel {

  private Parallel() {}

  /// Takes the steps 0 to count - 1.
  ///
  /// @param count how many steps there are
  /// @param width how many may be under way at a time
  /// @param step starts a step
  /// @return completes when all are done; fails with the first that fails, and starts no more then
  public static CompletableFuture<Void> forEach(
      int count, int width, IntFunction<CompletableFuture<?>> step) {
    AtomicInteger next = new AtomicInteger();
    CompletableFuture<?>[] lanes =
        IntStream.range(0, Math.min(width, count))
            .mapToObj(_ -> lane(next, count, step))
            .toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(lanes);
  }

  private static CompletableFuture<Void> lane(
      AtomicInteger next, int count, IntFunction<CompletableFuture<?>> step) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    advance(next, count, step, done);
    return done;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the lane ends with whatever the step ends with
  private static void advance(
      AtomicInteger next,
      int count,
      IntFunction<CompletableFuture<?>> step,
      CompletableFuture<Void> done) {
    int mine = next.getAndIncrement();
    if (mine >= count) {
      done.complete(null);
      return;
    }
    step.apply(mine)
        .whenCompleteAsync((_, failure) -> {
          if (failure == null) {
            advance(next, count, step, done);
          } else {
            next.set(count);
            done.completeExceptionally(failure);
          }
        });
  }
}
