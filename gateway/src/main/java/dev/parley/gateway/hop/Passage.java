package dev.parley.gateway.hop;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

/// What one poll of the gateway's topic brought passes through the gateway: read at one moment, and
/// handed to the connections of each event loop at another. Safe for use by many threads.
///
/// One for all records of a poll, so that what is noted costs nothing for each message.
public final class Passage {
  private final InstantSource clock;
  private final long arrivedAt;
  private final IdentityHashMap<Executor, Long> handedAt = new IdentityHashMap<>(4);
  private final List<Runnable> whenHanded = new ArrayList<>(0);
  private int outstanding;

  /// Begins now.
  ///
  /// @param clock what time it is
  public Passage(InstantSource clock) {
    this.clock = clock;
    this.arrivedAt = clock.millis();
  }

  /// {@return when the records were read, epoch milliseconds}
  public long arrivedAt() {
    return arrivedAt;
  }

  /// {@return when an event loop was done with them, epoch milliseconds; empty until then, and if
  /// there was nothing for it}
  ///
  /// @param loop the event loop
  public synchronized OptionalLong handedAt(Executor loop) {
    Long at = handedAt.get(loop);
    return at == null ? OptionalLong.empty() : OptionalLong.of(at);
  }

  /// Adds what is to be done once every event loop is done. To be called before [#leaves(int)].
  ///
  /// @param task must not wait
  public synchronized void whenHanded(Runnable task) {
    whenHanded.add(task);
  }

  /// Tells how many event loops have something to do.
  ///
  /// @param loops how many
  public void leaves(int loops) {
    synchronized (this) {
      outstanding = loops;
    }
    if (loops == 0) {
      whenHanded.forEach(Runnable::run);
    }
  }

  /// Tells that an event loop is done.
  ///
  /// @param loop the event loop
  public void handed(Executor loop) {
    boolean all;
    synchronized (this) {
      handedAt.put(loop, clock.millis());
      outstanding--;
      all = outstanding == 0;
    }
    if (all) {
      whenHanded.forEach(Runnable::run);
    }
  }
}
