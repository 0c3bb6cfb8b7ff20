package dev.parley.auth.admin;

import dev.parley.auth.Refusal;
import dev.parley.auth.account.AccountStore;
import dev.parley.auth.token.ConsoleTokens;
import dev.parley.contracts.auth.AdminProof;
import dev.parley.contracts.auth.AdminRequest;
import dev.parley.contracts.auth.Role;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/// Whether who asks is an administrator, as things are now.
@Singleton
public final class AdminAuthority {
  private final AccountStore accounts;
  private final ConsoleTokens console;

  /// Looks it up.
  ///
  /// @param accounts roles
  /// @param console verifies the console's tokens
  @Inject
  public AdminAuthority(AccountStore accounts, ConsoleTokens console) {
    this.accounts = accounts;
    this.console = console;
  }

  /// {@return why the request is not done, if it is not}
  Optional<Refusal> refusal(AdminRequest request, Instant at) {
    String token = request.proof().consoleToken();
    if (token != null) {
      boolean good = request.account().equals(AdminProof.CONSOLE) && console.isGood(token, at);
      return good ? Optional.empty() : Optional.of(Refusal.BAD_PROOF);
    }
    return accounts
        .find(request.account())
        .filter(account -> !account.disabled())
        .filter(account -> request.proof().issuedAt() >= account.tokensFrom().getEpochSecond())
        .map(account ->
            account.role() == Role.ADMIN
                ? Optional.<Refusal>empty()
                : Optional.of(Refusal.NOT_ADMIN))
        .orElse(Optional.of(Refusal.BAD_PROOF));
  }
}
