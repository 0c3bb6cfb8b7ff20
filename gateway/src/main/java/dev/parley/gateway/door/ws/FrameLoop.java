package dev.parley.gateway.door.ws;

import dev.parley.gateway.door.DoorLoop;
import dev.parley.gateway.door.TurnEnd;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// An event loop of the HTTP server as an executor, one for all connections on it.
final class FrameLoop implements DoorLoop {
  private final EventLoop loop;
  private final TurnEnd turnEnd = new TurnEnd(this);

  FrameLoop(EventLoop loop) {
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
