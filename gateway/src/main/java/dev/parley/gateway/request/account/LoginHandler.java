package dev.parley.gateway.request.account;

import dev.parley.contracts.delivery.LoggedIn;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.limit.LimitConfig;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.session.ConnectionState;
import dev.parley.gateway.session.Sessions;
import java.util.concurrent.CompletableFuture;

/// `login`: proves who somebody is, opens a session, and has it catch up after the answer.
public final class LoginHandler implements RequestHandler<AccountRequest.Login> {
  private final PasswordProof proof;
  private final Sessions sessions;
  private final Admittance admittance;

  /// Works through these.
  ///
  /// @param proof checks the password
  /// @param sessions opens the session
  /// @param limits says how many wrong passwords a connection may try
  public LoginHandler(PasswordProof proof, Sessions sessions, LimitConfig limits) {
    this.proof = proof;
    this.sessions = sessions;
    this.admittance = new Admittance(sessions, limits);
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, AccountRequest.Login request) {
    CompletableFuture<LoggedIn> proven = proof.of(caller, request.user(), request.password());
    caller.become(new ConnectionState.LoggingIn());
    return proven
        .thenCompose(loggedIn -> open(caller, loggedIn, request.takeover()))
        .whenComplete((_, failure) -> proof.onRefused(admittance.refuse(caller, failure)));
  }

  private CompletableFuture<Reply> open(Caller caller, LoggedIn loggedIn, boolean takeover) {
    return sessions
        .open(caller.connection(), Admittance.identity(loggedIn), takeover)
        .thenApply(session -> {
          admittance.accept(caller, session);
          return new Reply.LoggedIn(
              session.account(), session.role(), loggedIn.token(), loggedIn.expiresAt());
        });
  }
}
