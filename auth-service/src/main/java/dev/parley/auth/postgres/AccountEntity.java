package dev.parley.auth.postgres;

import dev.parley.auth.account.Account;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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

  @Column(name = "password_changed_at")
  @Nullable Instant passwordChangedAt;

  @Column(name = "announced")
  boolean announced;

  Account toAccount() {
    return new Account(handle, passwordHash, passwordSetBy, createdAt, passwordChangedAt);
  }
}
