package dev.parley.gateway.door;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// An event loop of a library as doors need it; one for all connections on it.
public final class ScheduledLoop implements DoorLoop {
  private final ScheduledExecutorService loop;
  private final TurnEnd turnEnd = new TurnEnd(this);

  /// Stands for an event loop.
  ///
  /// @param loop runs its tasks one after the other, on one thread
  public ScheduledLoop(ScheduledExecutorService loop) {
    this.loop = loop;
  }

  @Override
  public void execute(Runnable task) {
    loop.execute(task);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // a timer that nobody stops
  public void after(Duration delay, Runnable task) {
    loop.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public TurnEnd turnEnd() {
    return turnEnd;
  }
}
