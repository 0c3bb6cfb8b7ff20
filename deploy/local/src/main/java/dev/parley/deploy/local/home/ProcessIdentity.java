package dev.parley.deploy.local.home;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// A process that cannot be mistaken for a later one with the same id.
///
/// @param pid the operating system's process id
/// @param startMillis when it was started, in milliseconds since 1970
public record ProcessIdentity(long pid, long startMillis) {

  private static final Duration POLL = Duration.ofMillis(30);

  // The clock that start times are derived from moves a little when the time is corrected.
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  /// {@return the identity of this JVM}
  public static ProcessIdentity ofThisProcess() {
    return of(ProcessHandle.current());
  }

  /// {@return the identity of a process that runs}
  ///
  /// @param process asked for its start
  public static ProcessIdentity of(ProcessHandle process) {
    Instant start = process.info().startInstant().orElse(Instant.EPOCH);
    return new ProcessIdentity(process.pid(), start.toEpochMilli());
  }

  /// {@return the process, if it still runs and is the same one}
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
  }

  /// Waits for the end of the process; polls, because a child of others cannot be waited for.
  ///
  /// @param limit how long to wait
  /// @return whether it has ended
  public boolean awaitEnd(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (find().isPresent()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return true;
  }

  private boolean isSame(ProcessHandle process) {
    // A zombie that nobody reaps has no command any more.
    return process.info().command().isPresent()
        && Math.abs(of(process).startMillis() - startMillis) <= TOLERANCE.toMillis();
  }
}
