package dev.parley.auth.lockout;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// A lockout store that forgets everything when the test ends.
public final class InMemoryLockoutStore implements LockoutStore {
  private record Row(LockoutState state, Instant lastAttemptAt) {}

  private final Map<String, Row> rows = new ConcurrentHashMap<>();

  /// Begins empty.
  public InMemoryLockoutStore() {}

  @Override
  public Admission change(
      String handle, Instant at, Function<LockoutState, LockoutState.Step> change) {
    AtomicReference<Admission> answer = new AtomicReference<>();
    rows.compute(
        handle,
        (_, row) -> {
          LockoutState.Step step = change.apply(row == null ? LockoutState.NONE : row.state);
          answer.set(step.admission());
          return new Row(step.next(), at);
        });
    return answer.get();
  }

  @Override
  public void clear(String handle) {
    rows.remove(handle);
  }

  @Override
  public void forget(Instant before, Instant now) {
    rows.values()
        .removeIf(
            row -> row.lastAttemptAt.isBefore(before) && row.state.lockedUntil().isBefore(now));
  }
}
