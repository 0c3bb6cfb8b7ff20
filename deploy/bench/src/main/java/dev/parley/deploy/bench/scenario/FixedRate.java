package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.connection.EventLoop;
import dev.parley.deploy.bench.measure.RateSchedule;
import dev.parley.deploy.bench.measure.Window;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// The authors take turns at a fixed rate, whatever becomes of their messages.
record FixedRate(double perSecond) implements Pace {

  FixedRate {
    if (perSecond <= 0) {
      throw new IllegalArgumentException("rate must be above 0, got " + perSecond);
    }
  }

  @Override
  public int outstanding() {
    return 0;
  }

  @Override
  public void start(EventLoop loop, List<Talker> authors, double share, Window window) {
    RateSchedule schedule = new RateSchedule(window.start(), window.end(), perSecond * share);
    loop.onTurn(now -> postWhatIsDue(schedule, authors, now));
    RateSchedule alarm = new RateSchedule(window.start(), window.end(), perSecond * share);
    Thread.ofPlatform().name("pace").daemon().start(() -> wake(loop, alarm));
  }

  private static void postWhatIsDue(RateSchedule schedule, List<Talker> authors, long now) {
    while (schedule.isDue(now)) {
      Talker author = authors.get((int) (schedule.next() % authors.size()));
      author.post(schedule.nextDue(), now);
      schedule.advance();
    }
  }

  /// A selector waits in whole milliseconds, which is too coarse for a schedule.
  private static void wake(EventLoop loop, RateSchedule alarm) {
    while (!alarm.isOver()) {
      long left = alarm.nextDue() - System.nanoTime();
      if (left > 0) {
        LockSupport.parkNanos(left);
      } else {
        loop.wakeUp();
        alarm.advance();
      }
    }
    // The last message may have been a moment early for the turn that this woke.
    loop.wakeUp();
  }
}
