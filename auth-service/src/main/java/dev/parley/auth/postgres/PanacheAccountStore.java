package dev.parley.auth.postgres;

import dev.parley.auth.account.Account;
import dev.parley.auth.account.AccountChange;
import dev.parley.auth.account.AccountFilter;
import dev.parley.auth.account.AccountStore;
import dev.parley.contracts.auth.Role;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.panache.common.Page;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Accounts in the table `account`.
@Singleton
final class PanacheAccountStore implements AccountStore {
  private final Database database;

  @Inject
  PanacheAccountStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Account> find(String handle) {
    return database.call(() -> byHandle(handle));
  }

  @Override
  public Account addIfFree(Account account) {
    return database.call(() -> {
      insert(account);
      return byHandle(account.handle()).orElseThrow();
    });
  }

  @Override
  public void changePassword(String handle, String hash, String setBy, AccountChange change) {
    database.run(() -> {
      AccountEntity.update(
          "passwordHash = ?1, passwordSetBy = ?2 where handle = ?3", hash, setBy, handle);
      note(handle, change);
    });
  }

  @Override
  public void setDisabled(String handle, boolean disabled, AccountChange change) {
    database.run(() -> {
      AccountEntity.update("disabled = ?1 where handle = ?2", disabled, handle);
      note(handle, change);
    });
  }

  @Override
  public void setRole(String handle, Role role, AccountChange change) {
    database.run(() -> {
      AccountEntity.update("role = ?1 where handle = ?2", role, handle);
      note(handle, change);
    });
  }

  @Override
  public List<String> addAll(List<Account> accounts) {
    try {
      database.run(() -> {
        accounts.forEach(PanacheAccountStore::insert);
        List<String> taken = takenBy(accounts);
        if (!taken.isEmpty()) {
          throw new HandlesTakenException(taken);
        }
      });
      return List.of();
    } catch (HandlesTakenException e) {
      return e.handles;
    }
  }

  /// Takes a transaction back, since some of what it added was there before.
  private static final class HandlesTakenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> handles;

    HandlesTakenException(List<String> handles) {
      this.handles = handles;
    }
  }

  @Override
  public List<String> taken(List<Account> accounts) {
    return database.call(() -> takenBy(accounts));
  }

  private static List<String> takenBy(List<Account> accounts) {
    return AccountEntity.<AccountEntity>list(
            "handle in ?1 and passwordSetBy <> ?2 order by handle",
            accounts.stream().map(Account::handle).toList(),
            accounts.getFirst().passwordSetBy())
        .stream()
        .map(row -> row.handle)
        .toList();
  }

  @Override
  public List<Account> list(AccountFilter filter, int limit) {
    String query = "left(handle, length(?1)) = ?1 and handle > ?2";
    List<Object> values = new ArrayList<>(List.of(filter.prefix(), filter.after()));
    if (filter.disabled()) {
      query += " and disabled";
    }
    if (filter.role() != null) {
      query += " and role = ?3";
      values.add(filter.role());
    }
    String asked = query + " order by handle";
    return database.call(() ->
        AccountEntity.<AccountEntity>find(asked, values.toArray())
            .page(Page.ofSize(limit))
            .list()
            .stream()
            .map(AccountEntity::toAccount)
            .toList());
  }

  @Override
  public void rehash(String handle, String from, String to) {
    database.run(() ->
        AccountEntity.update(
            "passwordHash = ?1 where handle = ?2 and passwordHash = ?3", to, handle, from));
  }

  @Override
  public List<Account> unannounced(Instant before, int max) {
    return database.call(() ->
        AccountEntity.<AccountEntity>find(
                "not announced and coalesce(changedAt, createdAt) < ?1 order by createdAt", before)
            .page(Page.ofSize(max))
            .list()
            .stream()
            .map(AccountEntity::toAccount)
            .toList());
  }

  @Override
  public void markAnnounced(Account account) {
    AccountChange change = account.lastChange();
    database.run(() ->
        AccountEntity.update(
            "announced = true where handle = ?1 and changedAt is not distinct from ?2",
            account.handle(),
            change == null ? null : change.at()));
  }

  private static void note(String handle, AccountChange change) {
    AccountEntity.update(
        "changedAt = ?1, changeReason = ?2, keptSession = ?3, announced = false where handle = ?4",
        change.at(),
        change.reason(),
        change.keptSession(),
        handle);
  }

  private static Optional<Account> byHandle(String handle) {
    return AccountEntity.<AccountEntity>findByIdOptional(handle).map(AccountEntity::toAccount);
  }

  /// A statement of its own: persisting would fail the transaction when the handle is taken.
  private static void insert(Account account) {
    Panache.getEntityManager(AccountEntity.class)
        .createNativeQuery(
            """
            INSERT INTO account
              (handle, password_hash, password_set_by, created_at, role, announced)
            VALUES (?1, ?2, ?3, ?4, ?5, FALSE) ON CONFLICT DO NOTHING
            """)
        .setParameter(1, account.handle())
        .setParameter(2, account.passwordHash())
        .setParameter(3, account.passwordSetBy())
        .setParameter(4, account.createdAt())
        .setParameter(5, account.role().name())
        .executeUpdate();
  }
}
