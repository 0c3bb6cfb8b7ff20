package dev.parley.gateway.door;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// What is to be done at the end of the present turn of an event loop, such as writing what the
/// turn has gathered. Confined to that loop.
public final class TurnEnd {
  private final Executor loop;
  private List<Runnable> tasks = new ArrayList<>();

  /// Belongs to one event loop.
  ///
  /// @param loop runs a task after all that are queued already
  public TurnEnd(Executor loop) {
    this.loop = loop;
  }

  /// Adds something to do.
  ///
  /// @param task what
  public void add(Runnable task) {
    if (tasks.isEmpty()) {
      loop.execute(this::run);
    }
    tasks.add(task);
  }

  private void run() {
    List<Runnable> now = tasks;
    tasks = new ArrayList<>();
    now.forEach(Runnable::run);
  }
}
