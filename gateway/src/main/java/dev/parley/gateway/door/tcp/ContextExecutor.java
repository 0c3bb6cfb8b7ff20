package dev.parley.gateway.door.tcp;

import io.vertx.core.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// A Vert.x context as an executor, and the connections of it that have something to write.
///
/// What the connections write within one turn of the loop is flushed once, at the end of it.
final class ContextExecutor implements Executor {
  private final Context context;
  private List<SocketConnection> dirty = new ArrayList<>();

  ContextExecutor(Context context) {
    this.context = context;
  }

  @Override
  public void execute(Runnable task) {
    context.runOnContext(_ -> task.run());
  }

  void after(Duration delay, Runnable task) {
    context.owner().setTimer(Math.max(1, delay.toMillis()), _ -> execute(task));
  }

  /// Has a connection flushed at the end of this turn; called on the loop, once a turn.
  void flushLater(SocketConnection connection) {
    if (dirty.isEmpty()) {
      execute(this::flush);
    }
    dirty.add(connection);
  }

  private void flush() {
    List<SocketConnection> now = dirty;
    dirty = new ArrayList<>();
    now.forEach(SocketConnection::flush);
  }
}
