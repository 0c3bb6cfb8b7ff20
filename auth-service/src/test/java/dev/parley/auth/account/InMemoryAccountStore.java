package dev.parley.auth.account;

import dev.parley.contracts.auth.Role;
import dev.parley.contracts.consumer.TemporaryFaultException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/// An account store that forgets everything when the test ends, and that can be made to fail.
final class InMemoryAccountStore implements AccountStore {
  private final Map<String, Account> accounts = new ConcurrentHashMap<>();
  private final Set<String> announced = ConcurrentHashMap.newKeySet();
  private final AtomicInteger faultsToCome = new AtomicInteger();

  /// Lets the next lookups fail as if the database were away.
  void failNext(int lookups) {
    faultsToCome.set(lookups);
  }

  @Override
  public Optional<Account> find(String handle) {
    if (faultsToCome.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new TemporaryFaultException("database out of reach", new IllegalStateException());
    }
    return Optional.ofNullable(accounts.get(handle));
  }

  @Override
  public Account addIfFree(Account account) {
    Account before = accounts.putIfAbsent(account.handle(), account);
    return before == null ? account : before;
  }

  @Override
  public void changePassword(String handle, String hash, String setBy, AccountChange change) {
    update(
        handle,
        old ->
            new Account(handle, hash, setBy, old.createdAt(), old.role(), old.disabled(), change));
    announced.remove(handle);
  }

  @Override
  public void setDisabled(String handle, boolean disabled, AccountChange change) {
    update(
        handle,
        old ->
            new Account(
                handle,
                old.passwordHash(),
                old.passwordSetBy(),
                old.createdAt(),
                old.role(),
                disabled,
                change));
    announced.remove(handle);
  }

  @Override
  public void setRole(String handle, Role role, AccountChange change) {
    update(
        handle,
        old ->
            new Account(
                handle,
                old.passwordHash(),
                old.passwordSetBy(),
                old.createdAt(),
                role,
                old.disabled(),
                change));
    announced.remove(handle);
  }

  @Override
  public List<String> addAll(List<Account> wanted) {
    List<String> taken = taken(wanted);
    if (taken.isEmpty()) {
      wanted.forEach(account -> accounts.putIfAbsent(account.handle(), account));
    }
    return taken;
  }

  @Override
  public List<String> taken(List<Account> wanted) {
    return wanted.stream().filter(this::isTaken).map(Account::handle).sorted().toList();
  }

  private boolean isTaken(Account wanted) {
    Account present = accounts.get(wanted.handle());
    return present != null && !present.passwordSetBy().equals(wanted.passwordSetBy());
  }

  @Override
  public List<Account> list(AccountFilter filter, int limit) {
    return accounts.values().stream()
        .filter(account -> account.handle().startsWith(filter.prefix()))
        .filter(account -> account.handle().compareTo(filter.after()) > 0)
        .filter(account -> filter.role() == null || account.role() == filter.role())
        .filter(account -> !filter.disabled() || account.disabled())
        .sorted(Comparator.comparing(Account::handle))
        .limit(limit)
        .toList();
  }

  @Override
  public void rehash(String handle, String from, String to) {
    update(handle, old -> old.passwordHash().equals(from) ? withHash(old, to) : old);
  }

  private static Account withHash(Account old, String hash) {
    return new Account(
        old.handle(),
        hash,
        old.passwordSetBy(),
        old.createdAt(),
        old.role(),
        old.disabled(),
        old.lastChange());
  }

  private void update(String handle, UnaryOperator<Account> change) {
    accounts.computeIfPresent(handle, (_, old) -> change.apply(old));
  }

  @Override
  public List<Account> unannounced(Instant before, int max) {
    return accounts.values().stream()
        .filter(account -> !announced.contains(account.handle()))
        .filter(account -> since(account).isBefore(before))
        .sorted(Comparator.comparing(Account::createdAt))
        .limit(max)
        .toList();
  }

  @Override
  public void markAnnounced(Account account) {
    if (account.equals(accounts.get(account.handle()))) {
      announced.add(account.handle());
    }
  }

  private static Instant since(Account account) {
    AccountChange change = account.lastChange();
    return change == null ? account.createdAt() : change.at();
  }

  boolean exists(String handle) {
    return accounts.containsKey(handle);
  }
}
