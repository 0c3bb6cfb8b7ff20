package dev.parley.auth.account;

import dev.parley.auth.Deed;
import dev.parley.auth.Outcome;
import dev.parley.auth.token.IssuedToken;
import dev.parley.auth.token.TokenIssuer;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.delivery.LoggedIn;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What whoever has shown to be the owner of an account gets: a token.
@Singleton
public final class LoginAdmission {
  private final TokenIssuer tokens;

  /// Uses a source of tokens.
  ///
  /// @param tokens signs them
  @Inject
  public LoginAdmission(TokenIssuer tokens) {
    this.tokens = tokens;
  }

  /// Lets an account in.
  ///
  /// @param replyTo who asked
  /// @param account an account that is not disabled
  /// @param at timestamp of the request
  /// @param by what it logged in with, for the audit trail, if that was no password
  /// @return the outcome
  public Outcome admit(ReplyTo replyTo, Account account, Instant at, @Nullable String by) {
    Instant from = at.isBefore(account.tokensFrom()) ? account.tokensFrom() : at;
    IssuedToken token = tokens.issue(account.handle(), account.role(), from);
    return new Outcome(
        new LoggedIn(
            replyTo.request(),
            account.handle(),
            token.text(),
            token.expiresAt().toEpochMilli(),
            at.toEpochMilli(),
            account.role()),
        List.of(new Deed(AuditAction.LOGGED_IN, by)));
  }
}
