package dev.parley.auth.account;

import dev.parley.auth.Outcome;
import dev.parley.auth.Refusal;
import dev.parley.contracts.auth.CheckToken;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/// Tells whether a token that the gateway verified was made for the account as it is now.
///
/// It changes nothing, so a repeated record does no harm.
@Singleton
public final class CheckTokenHandler {
  private final AccountStore accounts;

  @Inject
  CheckTokenHandler(AccountStore accounts) {
    this.accounts = accounts;
  }

  /// Handles one request.
  ///
  /// @param request the request
  /// @return what came of it
  public Outcome handle(CheckToken request) {
    return accounts
        .find(request.account())
        .filter(account -> !account.disabled())
        .filter(account -> request.issuedAt() >= account.tokensFrom().getEpochSecond())
        .map(_ -> Outcome.done(request.replyTo()))
        .orElseGet(() -> Outcome.refused(request.replyTo(), Refusal.BAD_CREDENTIALS));
  }
}
