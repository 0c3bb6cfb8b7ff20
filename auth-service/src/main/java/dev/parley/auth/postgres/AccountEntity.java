package dev.parley.auth.postgres;

import dev.parley.auth.account.Account;
import dev.parley.auth.account.AccountChange;
import dev.parley.contracts.auth.Role;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of `account`.
@Entity
@Table(name = "account")
class AccountEntity extends PanacheEntityBase {
  @Id
  @Column(name = "handle")
  String handle;

  @Column(name = "password_hash")
  String passwordHash;

  @Column(name = "password_set_by")
  String passwordSetBy;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "role")
  @Enumerated(EnumType.STRING)
  Role role;

  @Column(name = "disabled")
  boolean disabled;

  @Column(name = "changed_at")
  @Nullable Instant changedAt;

  @Column(name = "change_reason")
  @Nullable String changeReason;

  @Column(name = "kept_session")
  @Nullable String keptSession;

  @Column(name = "announced")
  boolean announced;

  Account toAccount() {
    return new Account(
        handle, passwordHash, passwordSetBy, createdAt, role, disabled, lastChange());
  }

  private @Nullable AccountChange lastChange() {
    return changedAt == null || changeReason == null
        ? null
        : new AccountChange(changedAt, changeReason, keptSession);
  }
}
