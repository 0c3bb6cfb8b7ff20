package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.check.Violations;
import dev.parley.deploy.bench.session.Crew;
import dev.parley.deploy.bench.session.Parallel;
import dev.parley.deploy.bench.session.Patience;
import dev.parley.deploy.bench.session.Roster;
import java.util.concurrent.atomic.AtomicInteger;

/// Idle connections at a door of lines or frames.
public final class IdleLines implements IdleConnections {

  private static final int ASKED_AT_A_TIME = 64;

  private final Violations violations;
  private final Crew crew;
  private final String text;
  private final AtomicInteger reached = new AtomicInteger();

  /// Starts with none.
  ///
  /// @param site where the door is
  /// @param violations takes broken promises
  public IdleLines(Site site, Violations violations) {
    this.violations = violations;
    this.crew = new Crew(site.door(), Roster.at(site.clock().millis()), 1);
    this.text = "broadcast of " + crew.roster().run();
  }

  @Override
  public void enlist(int count) {
    int first = size();
    crew.enlist(count);
    for (int i = first; i < first + count; i++) {
      IdleMember.watch(crew.members().get(i), crew.roster().handle(i), text, reached, violations);
    }
  }

  @Override
  public int size() {
    return crew.members().size();
  }

  @Override
  public void askAll() {
    Crew.await(
        Parallel.forEach(
            size(),
            ASKED_AT_A_TIME,
            i -> Patience.ask(crew.members().get(i), "ping " + crew.roster().handle(i))));
  }

  @Override
  public void broadcast() {
    Crew.await(Patience.ask(crew.members().getFirst(), "broadcast " + text));
  }

  @Override
  public int reached() {
    return reached.get();
  }

  @Override
  public void close() {
    crew.close();
  }
}
