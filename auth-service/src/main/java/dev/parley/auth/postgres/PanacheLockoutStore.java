package dev.parley.auth.postgres;

import dev.parley.auth.lockout.Admission;
import dev.parley.auth.lockout.LockoutState;
import dev.parley.auth.lockout.LockoutStore;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/// Lockout states in the table `lockout`; the row lock makes a change atomic for all instances.
@Singleton
final class PanacheLockoutStore implements LockoutStore {
  private final Database database;

  @Inject
  PanacheLockoutStore(Database database) {
    this.database = database;
  }

  @Override
  public Admission change(
      String handle, Instant at, Function<LockoutState, LockoutState.Step> change) {
    return database.call(() -> {
      LockoutEntity row = locked(handle, at);
      LockoutState.Step step = change.apply(row.toState());
      row.take(step.next(), at);
      return step.admission();
    });
  }

  @Override
  public void clear(String handle) {
    database.run(() -> LockoutEntity.delete("handle", handle));
  }

  @Override
  public void forget(Instant before, Instant now) {
    database.run(
        () -> LockoutEntity.delete("lastAttemptAt < ?1 and lockedUntil < ?2", before, now));
  }

  /// The update that changes nothing locks the row, or makes it, in one step: between a lookup and
  /// an insert another instance could come in.
  private static LockoutEntity locked(String handle, Instant at) {
    Panache.getEntityManager(LockoutEntity.class)
        .createNativeQuery(
            """
            INSERT INTO lockout (handle, attempts, locked_until, last_attempt_at)
            VALUES (?1, '{}', ?2, ?3) ON CONFLICT (handle) DO UPDATE SET handle = EXCLUDED.handle
            """)
        .setParameter(1, handle)
        .setParameter(2, LockoutState.NONE.lockedUntil())
        .setParameter(3, at)
        .executeUpdate();
    return Objects.requireNonNull(LockoutEntity.findById(handle));
  }
}
