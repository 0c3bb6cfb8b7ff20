package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.check.Violations;
import dev.parley.deploy.bench.process.GatewayMemory;
import dev.parley.deploy.bench.session.Crew;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Many logged-in connections that say nothing: what they weigh, and that all of them are held.
///
/// A connection is held if it answers a command after the wait, and if a broadcast reaches it.
public final class IdleScenario {

  /// Connections that are there at the first look, so that what is made once is not counted.
  static final int FIRST = 100;

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
  /// @param held none yet; stays open
  /// @param gateway the gateway's memory
  /// @param violations takes broken promises; those of the connections go there too
  /// @param progress takes one line for people at each step
  /// @return the figures
  public IdleOutcome run(
      IdleConnections held,
      GatewayMemory gateway,
      Violations violations,
      Consumer<String> progress) {
    held.enlist(FIRST);
    GatewayMemory.Size before = gateway.measure();
    progress.accept("idle: " + connections + " accounts register and log in");
    long start = System.nanoTime();
    held.enlist(connections);
    double logInSeconds = secondsSince(start);
    progress.accept("idle: silent for " + hold.toSeconds() + " s");
    LockSupport.parkNanos(hold.toNanos());
    GatewayMemory.Size after = gateway.measure();
    progress.accept("idle: every connection is asked for an answer");
    held.askAll();
    double broadcastSeconds = broadcast(held, violations);
    return new IdleOutcome(
        connections,
        logInSeconds,
        (after.heap() - before.heap()) / connections,
        after.heap(),
        after.resident(),
        before.threads(),
        after.threads(),
        1_000 * broadcastSeconds,
        violations.count(),
        violations.first());
  }

  private static double broadcast(IdleConnections held, Violations violations) {
    long start = System.nanoTime();
    held.broadcast();
    int readers = held.size() - 1;
    while (held.reached() < readers && secondsSince(start) < BROADCAST_LIMIT.toSeconds()) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    if (held.reached() != readers) {
      violations.add(
          "the broadcast reached %d of %d connections".formatted(held.reached(), readers));
    }
    return secondsSince(start);
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
