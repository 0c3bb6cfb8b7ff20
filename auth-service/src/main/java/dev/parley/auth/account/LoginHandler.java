package dev.parley.auth.account;

import dev.parley.auth.Arrival;
import dev.parley.auth.Deed;
import dev.parley.auth.Outcome;
import dev.parley.auth.Refusal;
import dev.parley.auth.account.PasswordCheck.Verdict;
import dev.parley.auth.password.Opening;
import dev.parley.auth.password.PasswordHashing;
import dev.parley.auth.password.SealedPasswords;
import dev.parley.contracts.auth.Login;
import dev.parley.password.Secret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/// Answers a right password with a token.
///
/// A repeated record is checked again; wrong, it counts once, and right, it gets another token of
/// the same life.
@Singleton
public final class LoginHandler {
  private final SealedPasswords seals;
  private final PasswordHashing hashing;
  private final PasswordCheck check;
  private final AccountStore accounts;
  private final LoginAdmission admission;

  @Inject
  LoginHandler(
      SealedPasswords seals,
      PasswordHashing hashing,
      PasswordCheck check,
      AccountStore accounts,
      LoginAdmission admission) {
    this.seals = seals;
    this.hashing = hashing;
    this.check = check;
    this.accounts = accounts;
    this.admission = admission;
  }

  /// Handles one request.
  ///
  /// @param request the request
  /// @param arrival where it stands in the log
  /// @return what came of it
  public Outcome handle(Login request, Arrival arrival) {
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
        case Verdict.Wrong(Refusal refusal, List<Deed> deeds) ->
            Outcome.refused(request.replyTo(), refusal, deeds);
        case Verdict.Right(Account account) -> {
          refresh(account, password, place);
          yield admission.admit(request.replyTo(), account, arrival.at(), null);
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
}
