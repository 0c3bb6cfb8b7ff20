package dev.parley.gateway.door.tcp;

import dev.parley.gateway.door.DoorLoop;
import dev.parley.gateway.door.TurnEnd;
import io.vertx.core.Context;
import java.time.Duration;

/// A Vert.x context as an executor. What its connections write within one turn of the loop is
/// flushed once, at the end of it.
final class ContextExecutor implements DoorLoop {
  private final Context context;
  private final TurnEnd turnEnd = new TurnEnd(this);

  ContextExecutor(Context context) {
    this.context = context;
  }

  @Override
  public void execute(Runnable task) {
    context.runOnContext(_ -> task.run());
  }

  @Override
  public void after(Duration delay, Runnable task) {
    context.owner().setTimer(Math.max(1, delay.toMillis()), _ -> execute(task));
  }

  @Override
  public TurnEnd turnEnd() {
    return turnEnd;
  }
}
