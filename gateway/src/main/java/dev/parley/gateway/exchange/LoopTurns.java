package dev.parley.gateway.exchange;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Gathers what one poll means for each event loop, so that every loop gets one task for all of it,
/// in order: an event loop is woken once, not once a message. Used by one thread.
public final class LoopTurns {
  private final IdentityHashMap<Executor, List<Runnable>> byLoop = new IdentityHashMap<>();

  /// Starts with nothing to do.
  public LoopTurns() {}

  /// Adds something to do.
  ///
  /// @param loop where
  /// @param task what; runs after everything added before for that loop
  public void add(Executor loop, Runnable task) {
    byLoop.computeIfAbsent(loop, _ -> new ArrayList<>()).add(task);
  }

  /// {@return number of event loops that have something to do}
  public int loops() {
    return byLoop.size();
  }

  /// Hands everything to the loops.
  public void run() {
    byLoop.forEach((loop, tasks) -> loop.execute(() -> tasks.forEach(Runnable::run)));
    byLoop.clear();
  }

  /// Hands everything to the loops.
  ///
  /// @param done told of each loop that is done, there
  public void run(Consumer<Executor> done) {
    byLoop.forEach((loop, tasks) ->
        loop.execute(() -> {
          tasks.forEach(Runnable::run);
          done.accept(loop);
        }));
    byLoop.clear();
  }
}
