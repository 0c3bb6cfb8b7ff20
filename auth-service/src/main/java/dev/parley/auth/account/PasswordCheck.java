package dev.parley.auth.account;

import dev.parley.auth.Deed;
import dev.parley.auth.Refusal;
import dev.parley.auth.lockout.Admission;
import dev.parley.auth.lockout.Lockout;
import dev.parley.auth.password.PasswordHashing;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.password.Secret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whether a password is that of an account: one check for every way of asking, so that all count
/// towards the same lock.
///
/// An unknown account takes the same way as a wrong password, hashing and lock included. An attempt
/// is known by the nonce of its sealing; a repeated record counts once. Safe for many threads.
@Singleton
final class PasswordCheck {
  private static final List<Deed> FAILED = List.of(new Deed(AuditAction.LOGIN_FAILED));

  private final Lockout lockout;
  private final AccountStore accounts;

  @Inject
  PasswordCheck(Lockout lockout, AccountStore accounts) {
    this.lockout = lockout;
    this.accounts = accounts;
  }

  /// What the check says.
  sealed interface Verdict {
    /// The password is right.
    record Right(Account account) implements Verdict {}

    /// It is wrong, or was not looked at.
    record Wrong(Refusal refusal, List<Deed> deeds) implements Verdict {}
  }

  Verdict check(
      String handle, Secret password, String attempt, Instant at, PasswordHashing.Place place) {
    return switch (lockout.admit(handle, attempt, at)) {
      case Admission.Locked(var left) -> new Verdict.Wrong(Refusal.locked(left), List.of());
      case Admission.Admitted(boolean locks) -> verify(handle, password, place, locks);
    };
  }

  private Verdict verify(
      String handle, Secret password, PasswordHashing.Place place, boolean locks) {
    Optional<Account> account = accounts.find(handle);
    if (!place.matches(password, account.map(Account::passwordHash))) {
      return wrong(locks);
    }
    lockout.onRightPassword(handle);
    // Told only to who knows the password, so that nobody else learns which accounts are closed.
    return account
        .filter(Account::disabled)
        .<Verdict>map(_ -> new Verdict.Wrong(Refusal.DISABLED, FAILED))
        .orElseGet(() -> new Verdict.Right(account.orElseThrow()));
  }

  private Verdict wrong(boolean locks) {
    return locks
        ? new Verdict.Wrong(
            Refusal.badCredentialsAndLocked(lockout.duration()),
            List.of(new Deed(AuditAction.LOGIN_FAILED), new Deed(AuditAction.LOCKED)))
        : new Verdict.Wrong(Refusal.BAD_CREDENTIALS, FAILED);
  }
}
