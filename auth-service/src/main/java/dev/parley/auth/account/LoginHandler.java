package dev.parley.auth.account;

import dev.parley.auth.Arrival;
import dev.parley.auth.Refusal;
import dev.parley.auth.account.PasswordCheck.Verdict;
import dev.parley.auth.password.Opening;
import dev.parley.auth.password.PasswordHashing;
import dev.parley.auth.password.SealedPasswords;
import dev.parley.auth.password.Secret;
import dev.parley.auth.token.IssuedToken;
import dev.parley.auth.token.TokenIssuer;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.auth.Login;
import dev.parley.contracts.delivery.LoggedIn;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/// Answers a right password with a token.
///
/// A repeated record is checked again; wrong, it counts once, and right, it gets another token of
/// the same life.
@Singleton
final class LoginHandler {
  private final SealedPasswords seals;
  private final PasswordHashing hashing;
  private final PasswordCheck check;
  private final AccountStore accounts;
  private final TokenIssuer tokens;

  @Inject
  LoginHandler(
      SealedPasswords seals,
      PasswordHashing hashing,
      PasswordCheck check,
      AccountStore accounts,
      TokenIssuer tokens) {
    this.seals = seals;
    this.hashing = hashing;
    this.check = check;
    this.accounts = accounts;
    this.tokens = tokens;
  }

  Outcome handle(Login request, Arrival arrival) {
    return switch (seals.open(request.password(), request.account(), request.session(), arrival)) {
      case Opening.Unopened(Refusal refusal) -> Outcome.refused(request.replyTo(), refusal);
      case Opening.Opened(Secret password) -> {
        try (password) {
          yield hashing
              .enter()
              .map(place -> logIn(request, arrival, password, place))
              .orElseGet(() -> Outcome.refused(request.replyTo(), Refusal.BUSY));
        }
      }
    };
  }

  private Outcome logIn(
      Login request, Arrival arrival, Secret password, PasswordHashing.Place place) {
    try (place) {
      String attempt = request.password().nonce();
      return switch (check.check(request.account(), password, attempt, arrival.at(), place)) {
        case Verdict.Wrong(Refusal refusal, List<AuditAction> deeds) ->
            Outcome.refused(request.replyTo(), refusal, deeds);
        case Verdict.Right(Account account) -> {
          refresh(account, password, place);
          yield admit(request, account, arrival.at());
        }
      };
    }
  }

  /// Brings a hash of another cost up to today's, now that the password is at hand.
  private void refresh(Account account, Secret password, PasswordHashing.Place place) {
    if (place.isOutdated(account.passwordHash())) {
      accounts.rehash(account.handle(), account.passwordHash(), place.hash(password));
    }
  }

  private Outcome admit(Login request, Account account, Instant at) {
    Instant from = at.isBefore(account.tokensFrom()) ? account.tokensFrom() : at;
    IssuedToken token = tokens.issue(account.handle(), from);
    return new Outcome(
        new LoggedIn(
            request.replyTo().request(),
            account.handle(),
            token.text(),
            token.expiresAt().toEpochMilli()),
        List.of(AuditAction.LOGGED_IN));
  }
}
