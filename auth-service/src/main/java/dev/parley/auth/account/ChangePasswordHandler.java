package dev.parley.auth.account;

import dev.parley.auth.Arrival;
import dev.parley.auth.Deed;
import dev.parley.auth.Outcome;
import dev.parley.auth.Refusal;
import dev.parley.auth.account.PasswordCheck.Verdict;
import dev.parley.auth.password.Opening;
import dev.parley.auth.password.PasswordHashing;
import dev.parley.auth.password.SealedPasswords;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.auth.ChangePassword;
import dev.parley.contracts.auth.SealedPassword;
import dev.parley.password.PasswordRule;
import dev.parley.password.Secret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Replaces a password by another, for who knows the old one.
///
/// A repeated record finds the password that it set itself, known by the nonce, and is answered as
/// before: the old password would be wrong by then.
@Singleton
public final class ChangePasswordHandler {
  private final SealedPasswords seals;
  private final PasswordRule rule;
  private final PasswordHashing hashing;
  private final PasswordCheck check;
  private final AccountStore accounts;
  private final Announcer announcer;

  @Inject
  ChangePasswordHandler(
      SealedPasswords seals,
      PasswordRule rule,
      PasswordHashing hashing,
      PasswordCheck check,
      AccountStore accounts,
      Announcer announcer) {
    this.seals = seals;
    this.rule = rule;
    this.hashing = hashing;
    this.check = check;
    this.accounts = accounts;
    this.announcer = announcer;
  }

  /// Handles one request.
  ///
  /// @param request the request
  /// @param arrival where it stands in the log
  /// @return what came of it
  public Outcome handle(ChangePassword request, Arrival arrival) {
    return withOpened(
        request,
        request.newPassword(),
        arrival,
        wanted ->
            withOpened(
                request,
                request.oldPassword(),
                arrival,
                present -> change(request, arrival, present, wanted)));
  }

  private Outcome withOpened(
      ChangePassword request,
      SealedPassword sealed,
      Arrival arrival,
      Function<Secret, Outcome> work) {
    return switch (seals.open(sealed, request.account(), request.session(), arrival)) {
      case Opening.Unopened(Refusal refusal) -> Outcome.refused(request.replyTo(), refusal);
      case Opening.Opened(Secret password) -> {
        try (password) {
          yield work.apply(password);
        }
      }
    };
  }

  private Outcome change(ChangePassword request, Arrival arrival, Secret present, Secret wanted) {
    Optional<Account> done = changedBefore(request);
    if (done.isPresent()) {
      return announce(request, done.get());
    }
    Optional<String> weakness = rule.breach(request.account(), wanted);
    if (weakness.isPresent()) {
      return Outcome.refused(request.replyTo(), Refusal.weakPassword(weakness.get()));
    }
    return hashing
        .enter()
        .map(place -> change(request, arrival, present, wanted, place))
        .orElseGet(() -> Outcome.refused(request.replyTo(), Refusal.BUSY));
  }

  private Optional<Account> changedBefore(ChangePassword request) {
    return accounts
        .find(request.account())
        .filter(account -> account.passwordSetBy().equals(request.newPassword().nonce()));
  }

  /// The sessions of before end, but for the one that knew the password.
  private Outcome announce(ChangePassword request, Account changed) {
    announcer.announce(changed);
    return Outcome.done(request.replyTo(), new Deed(AuditAction.PASSWORD_CHANGED));
  }

  private Outcome change(
      ChangePassword request,
      Arrival arrival,
      Secret present,
      Secret wanted,
      PasswordHashing.Place place) {
    try (place) {
      String attempt = request.oldPassword().nonce();
      return switch (check.check(request.account(), present, attempt, arrival.at(), place)) {
        case Verdict.Wrong(Refusal refusal, List<Deed> deeds) ->
            Outcome.refused(request.replyTo(), refusal, deeds);
        case Verdict.Right(Account account) -> {
          accounts.changePassword(
              account.handle(),
              place.hash(wanted),
              request.newPassword().nonce(),
              new AccountChange(arrival.at(), AccountChange.PASSWORD_CHANGED, request.session()));
          yield announce(request, accounts.find(account.handle()).orElseThrow());
        }
      };
    }
  }
}
