package dev.parley.auth.postgres;

import dev.parley.auth.lockout.LockoutState;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/// A row of `lockout`.
@Entity
@Table(name = "lockout")
class LockoutEntity extends PanacheEntityBase {
  @Id
  @Column(name = "handle")
  String handle;

  @Column(name = "attempts")
  String[] attempts;

  @Column(name = "locked_until")
  Instant lockedUntil;

  @Column(name = "last_attempt_at")
  Instant lastAttemptAt;

  LockoutState toState() {
    return new LockoutState(List.of(attempts), lockedUntil);
  }

  void take(LockoutState state, Instant at) {
    attempts = state.attempts().toArray(String[]::new);
    lockedUntil = state.lockedUntil();
    lastAttemptAt = at;
  }
}
