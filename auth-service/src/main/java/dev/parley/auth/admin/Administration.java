package dev.parley.auth.admin;

import dev.parley.auth.Arrival;
import dev.parley.auth.Deed;
import dev.parley.auth.Outcome;
import dev.parley.auth.Refusal;
import dev.parley.auth.account.Account;
import dev.parley.auth.account.AccountChange;
import dev.parley.auth.account.AccountFilter;
import dev.parley.auth.account.AccountStore;
import dev.parley.auth.account.Announcer;
import dev.parley.auth.lockout.Lockout;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.auth.AdminRequest;
import dev.parley.contracts.auth.ListAccounts;
import dev.parley.contracts.auth.ResetPassword;
import dev.parley.contracts.auth.SetDisabled;
import dev.parley.contracts.auth.SetRole;
import dev.parley.contracts.delivery.AccountList;
import dev.parley.contracts.delivery.AccountSummary;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Lists accounts, and changes those of others.
///
/// A change ends the account's tokens and sessions. A repeated record is known by its timestamp,
/// which the account keeps: it changes nothing again, and is announced and told again.
@Singleton
public final class Administration {
  private static final int MAX_PAGE = 1_000;

  private final AccountStore accounts;
  private final Announcer announcer;
  private final Lockout lockout;

  /// Uses the stores.
  ///
  /// @param accounts the accounts
  /// @param announcer tells of changes
  /// @param lockout forgets wrong passwords when there is another one
  @Inject
  public Administration(AccountStore accounts, Announcer announcer, Lockout lockout) {
    this.accounts = accounts;
    this.announcer = announcer;
    this.lockout = lockout;
  }

  Outcome list(ListAccounts request) {
    int limit = Math.clamp(request.limit(), 1, MAX_PAGE);
    AccountFilter filter =
        new AccountFilter(request.prefix(), request.role(), request.disabled(), request.after());
    List<Account> found = accounts.list(filter, limit + 1);
    List<AccountSummary> page = found.stream().limit(limit).map(Administration::summary).toList();
    String next = found.size() > limit ? page.getLast().account() : null;
    return new Outcome(new AccountList(request.replyTo().request(), page, next), List.of());
  }

  private static AccountSummary summary(Account account) {
    return new AccountSummary(
        account.handle(), account.role(), account.disabled(), account.createdAt().toEpochMilli());
  }

  Outcome setDisabled(SetDisabled request, Arrival arrival) {
    String reason = request.disabled() ? AccountChange.DISABLED : AccountChange.ENABLED;
    AuditAction action =
        request.disabled() ? AuditAction.ACCOUNT_DISABLED : AuditAction.ACCOUNT_ENABLED;
    return change(
        request,
        request.target(),
        account -> account.disabled() == request.disabled(),
        arrival,
        change(arrival, reason),
        change -> accounts.setDisabled(request.target(), request.disabled(), change),
        action);
  }

  Outcome setRole(SetRole request, Arrival arrival) {
    return change(
        request,
        request.target(),
        account -> account.role() == request.role(),
        arrival,
        change(arrival, AccountChange.ROLE_CHANGED),
        change -> accounts.setRole(request.target(), request.role(), change),
        AuditAction.ROLE_CHANGED);
  }

  Outcome resetPassword(ResetPassword request, Arrival arrival) {
    if (Hashes.breach(request.hash()).isPresent()) {
      return Outcome.refused(
          request.replyTo(), Refusal.badRequest("the hash is none of Argon2id that is taken"));
    }
    String setBy = "reset/" + arrival.partition() + "/" + arrival.offset();
    lockout.onRightPassword(request.target());
    return change(
        request,
        request.target(),
        _ -> false,
        arrival,
        change(arrival, AccountChange.PASSWORD_RESET),
        change -> accounts.changePassword(request.target(), request.hash(), setBy, change),
        AuditAction.PASSWORD_RESET);
  }

  private static AccountChange change(Arrival arrival, String reason) {
    return new AccountChange(arrival.at(), reason, null);
  }

  private Outcome change(
      AdminRequest request,
      String target,
      Predicate<Account> isSo,
      Arrival arrival,
      AccountChange change,
      Consumer<AccountChange> store,
      AuditAction action) {
    if (target.equals(request.account())) {
      return Outcome.refused(request.replyTo(), Refusal.ONESELF);
    }
    Optional<Account> found = accounts.find(target);
    if (found.isEmpty()) {
      return Outcome.refused(request.replyTo(), Refusal.NO_SUCH_USER);
    }
    boolean repeated = isRepeated(found.get(), arrival.at());
    if (!repeated && isSo.test(found.get())) {
      return Outcome.done(request.replyTo());
    }
    if (!repeated) {
      store.accept(change);
    }
    announcer.announce(accounts.find(target).orElseThrow());
    return Outcome.done(request.replyTo(), new Deed(action, target));
  }

  private static boolean isRepeated(Account account, Instant at) {
    AccountChange last = account.lastChange();
    return last != null && last.at().equals(at);
  }
}
