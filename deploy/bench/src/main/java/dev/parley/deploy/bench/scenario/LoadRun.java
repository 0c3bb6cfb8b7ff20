package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.check.Violations;
import dev.parley.deploy.bench.connection.EventLoop;
import dev.parley.deploy.bench.line.StampedText;
import dev.parley.deploy.bench.measure.Tally;
import dev.parley.deploy.bench.measure.Window;
import dev.parley.deploy.bench.process.ProcessMeter;
import dev.parley.deploy.bench.process.ProcessUse;
import dev.parley.deploy.bench.session.Crew;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Runs one load over conversations that are set up.
final class LoadRun {

  /// So that every talker has joined when the first message is due.
  private static final Duration RUN_UP = Duration.ofMillis(200);

  private final Site site;
  private final Crew crew;
  private final Course course;
  private final List<Conversation> conversations;
  private final Violations violations;

  LoadRun(
      Site site,
      Crew crew,
      Course course,
      List<Conversation> conversations,
      Violations violations) {
    this.site = site;
    this.crew = crew;
    this.course = course;
    this.conversations = conversations;
    this.violations = violations;
  }

  /// Lets the load run and settle. Blocks.
  Outcome run(String name, Pace pace) {
    Window window =
        Window.startingAt(System.nanoTime() + RUN_UP.toNanos(), course.warmUp(), course.length());
    List<Tally> tallies = new ArrayList<>();
    for (EventLoop loop : crew.loops()) {
      Tally tally = new Tally(window);
      tallies.add(tally);
      StampedText text = new StampedText(course.textSize());
      start(loop, new Load(window, tally, text, pace.outstanding()), pace);
    }
    List<ProcessUse> use = measure(window);
    new Settlement(conversations, violations, course.settle()).await();
    return new Outcome(
        name,
        window.seconds(),
        sum(tallies).figures(),
        use,
        violations.count(),
        violations.first());
  }

  private void start(EventLoop loop, Load load, Pace pace) {
    List<Talker> all = conversations.stream().flatMap(c -> c.authors().stream()).toList();
    List<Talker> mine = all.stream().filter(author -> author.loop() == loop).toList();
    loop.execute(() ->
        conversations.stream()
            .flatMap(c -> c.readers().stream())
            .filter(reader -> reader.loop() == loop)
            .forEach(reader -> reader.join(load)));
    if (!mine.isEmpty()) {
      pace.start(loop, mine, (double) mine.size() / all.size(), load.window());
    }
  }

  private List<ProcessUse> measure(Window window) {
    ProcessMeter meter = new ProcessMeter(site.processes());
    site.progress().accept("warming up for " + course.warmUp().toSeconds() + " s");
    waitUntil(window.measured());
    meter.start();
    site.progress().accept("measuring for " + course.length().toSeconds() + " s");
    waitUntil(window.end());
    return meter.stop();
  }

  private Tally sum(List<Tally> tallies) {
    // The loops may still be at work if something was lost; a task is behind all that counts.
    crew.loops().forEach(loop -> Crew.await(loop.call(() -> true)));
    Tally first = tallies.getFirst();
    tallies.stream().skip(1).forEach(first::add);
    return first;
  }

  private static void waitUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
