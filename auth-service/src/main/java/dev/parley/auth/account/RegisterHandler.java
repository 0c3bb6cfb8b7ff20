package dev.parley.auth.account;

import dev.parley.auth.Arrival;
import dev.parley.auth.Deed;
import dev.parley.auth.Outcome;
import dev.parley.auth.Refusal;
import dev.parley.auth.password.Opening;
import dev.parley.auth.password.PasswordHashing;
import dev.parley.auth.password.SealedPasswords;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.auth.Register;
import dev.parley.password.PasswordRule;
import dev.parley.password.Secret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Makes accounts, where registration is open.
///
/// A repeated record finds the account that it made itself, known by the nonce: it announces the
/// account again and is answered as before. Any other record finds the name taken, whatever its
/// password: else registering would be a way to guess passwords past the lockout.
@Singleton
public final class RegisterHandler {
  private final SealedPasswords seals;
  private final PasswordRule rule;
  private final PasswordHashing hashing;
  private final AccountStore accounts;
  private final Announcer announcer;
  private final boolean closed;

  @Inject
  RegisterHandler(
      SealedPasswords seals,
      PasswordRule rule,
      PasswordHashing hashing,
      AccountStore accounts,
      Announcer announcer,
      AccountConfig config) {
    this.seals = seals;
    this.rule = rule;
    this.hashing = hashing;
    this.accounts = accounts;
    this.announcer = announcer;
    this.closed = config.registration() == AccountConfig.Registration.CLOSED;
  }

  /// Handles one request.
  ///
  /// @param request the request
  /// @param arrival where it stands in the log
  /// @return what came of it
  public Outcome handle(Register request, Arrival arrival) {
    if (closed && !hasMadeAnAccount(request)) {
      return Outcome.refused(request.replyTo(), Refusal.REGISTRATION_CLOSED);
    }
    Optional<Refusal> badName = NameRule.breach(request.account());
    if (badName.isPresent()) {
      return Outcome.refused(request.replyTo(), badName.get());
    }
    return switch (seals.open(request.password(), request.account(), request.session(), arrival)) {
      case Opening.Unopened(Refusal refusal) -> Outcome.refused(request.replyTo(), refusal);
      case Opening.Opened(Secret password) -> {
        try (password) {
          yield register(request, arrival, password);
        }
      }
    };
  }

  /// A record from before registration was closed, handled once more, is answered as it was then.
  /// Everybody else is told the same, so that nobody learns which names there are.
  private boolean hasMadeAnAccount(Register request) {
    return accounts
        .find(request.account())
        .filter(account -> isMadeBy(account, request))
        .isPresent();
  }

  private Outcome register(Register request, Arrival arrival, Secret password) {
    Optional<String> weakness = rule.breach(request.account(), password);
    if (weakness.isPresent()) {
      return Outcome.refused(request.replyTo(), Refusal.weakPassword(weakness.get()));
    }
    // A taken name need not wait for a hash.
    return accounts
        .find(request.account())
        .or(() -> add(request, arrival, password))
        .map(account -> answer(request, account))
        .orElseGet(() -> Outcome.refused(request.replyTo(), Refusal.BUSY));
  }

  /// {@return the account that has the name now, or empty if the service is busy}
  private Optional<Account> add(Register request, Arrival arrival, Secret password) {
    return hashing
        .enter()
        .map(place -> {
          try (place) {
            return accounts.addIfFree(
                new Account(
                    request.account(),
                    place.hash(password),
                    request.password().nonce(),
                    arrival.at()));
          }
        });
  }

  private static boolean isMadeBy(Account account, Register request) {
    return account.passwordSetBy().equals(request.password().nonce());
  }

  private Outcome answer(Register request, Account account) {
    if (!isMadeBy(account, request)) {
      return Outcome.refused(request.replyTo(), Refusal.NAME_TAKEN);
    }
    announcer.announce(account);
    return Outcome.done(request.replyTo(), new Deed(AuditAction.REGISTERED));
  }
}
