package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.connection.EventLoop;
import dev.parley.deploy.bench.measure.Window;
import java.util.List;

/// Each author posts again when it is acknowledged: as fast as the server goes.
record ClosedLoop(int outstanding) implements Pace {

  ClosedLoop {
    if (outstanding < 1 || outstanding > Outstanding.LIMIT) {
      throw new IllegalArgumentException("outstanding must be 1 to 4096, got " + outstanding);
    }
  }

  @Override
  public void start(EventLoop loop, List<Talker> authors, double share, Window window) {
    loop.execute(() -> authors.forEach(Talker::begin));
  }
}
