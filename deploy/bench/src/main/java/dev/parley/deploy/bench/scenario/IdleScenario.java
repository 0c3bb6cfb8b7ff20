package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.check.Violations;
import dev.parley.deploy.bench.process.GatewayMemory;
import dev.parley.deploy.bench.session.Crew;
import dev.parley.deploy.bench.session.Parallel;
import dev.parley.deploy.bench.session.Patience;
import dev.parley.deploy.bench.session.Roster;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Many logged-in connections that say nothing: what they weigh, and that all of them are held.
///
/// A connection is held if it answers a command after the wait, and if a broadcast reaches it.
public final class IdleScenario {

  /// Connections that are there at the first look, so that what is made once is not counted.
  static final int FIRST = 100;

  private static final int PINGS_AT_A_TIME = 64;
  private static final Duration BROADCAST_LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(1);

  private final int connections;
  private final Duration hold;

  /// Describes the load.
  ///
  /// @param connections how many, beyond 100 that are not counted
  /// @param hold how long they stay silent
  public IdleScenario(int connections, Duration hold) {
    if (connections < 1 || connections > Crew.MOST) {
      throw new IllegalArgumentException("connections must be 1 to 100000, got " + connections);
    }
    this.connections = connections;
    this.hold = hold;
  }

  /// Sets the connections up, holds them and looks at them. Blocks.
  ///
  /// @param site what it works on
  /// @param gateway the gateway's memory
  /// @return the figures
  public IdleOutcome run(Site site, GatewayMemory gateway) {
    Violations violations = new Violations();
    AtomicInteger reached = new AtomicInteger();
    Roster roster = Roster.at(site.clock().millis());
    try (Crew crew = new Crew(site.door(), roster, 1)) {
      String text = "broadcast of " + roster.run();
      enlist(crew, FIRST, text, reached, violations);
      GatewayMemory.Size before = gateway.measure();
      site.progress().accept("idle: " + connections + " accounts register and log in");
      long start = System.nanoTime();
      enlist(crew, connections, text, reached, violations);
      double logInSeconds = secondsSince(start);
      site.progress().accept("idle: silent for " + hold.toSeconds() + " s");
      LockSupport.parkNanos(hold.toNanos());
      GatewayMemory.Size after = gateway.measure();
      site.progress().accept("idle: every connection is asked for an answer");
      pingAll(crew);
      double broadcastSeconds = broadcast(crew, text, reached, violations);
      return new IdleOutcome(
          connections,
          logInSeconds,
          (after.heap() - before.heap()) / connections,
          after.heap(),
          after.resident(),
          1_000 * broadcastSeconds,
          violations.count(),
          violations.first());
    }
  }

  private static void enlist(
      Crew crew, int count, String text, AtomicInteger reached, Violations violations) {
    int first = crew.members().size();
    crew.enlist(count);
    for (int i = first; i < first + count; i++) {
      IdleMember.watch(crew.members().get(i), crew.roster().handle(i), text, reached, violations);
    }
  }

  private static void pingAll(Crew crew) {
    Crew.await(
        Parallel.forEach(
            crew.members().size(),
            PINGS_AT_A_TIME,
            i -> Patience.ask(crew.members().get(i), "ping " + crew.roster().handle(i))));
  }

  private static double broadcast(
      Crew crew, String text, AtomicInteger reached, Violations violations) {
    long start = System.nanoTime();
    Crew.await(Patience.ask(crew.members().getFirst(), "broadcast " + text));
    int readers = crew.members().size() - 1;
    while (reached.get() < readers && secondsSince(start) < BROADCAST_LIMIT.toSeconds()) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    if (reached.get() != readers) {
      violations.add(
          "the broadcast reached %d of %d connections".formatted(reached.get(), readers));
    }
    return secondsSince(start);
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
