package dev.parley.gateway.request.account;

import dev.parley.gateway.credential.TokenVerifier;
import dev.parley.gateway.credential.VerifiedToken;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.limit.LimitConfig;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.session.ConnectionState;
import dev.parley.gateway.session.Identity;
import dev.parley.gateway.session.Sessions;
import java.util.concurrent.CompletableFuture;

/// `resume`: goes on with the session of a token, and has it catch up after the answer from where
/// the client is.
public final class ResumeHandler implements RequestHandler<AccountRequest.Resume> {
  private final TokenVerifier verifier;
  private final Sessions sessions;
  private final Admittance admittance;

  /// Works through these.
  ///
  /// @param verifier knows whose token it is
  /// @param sessions opens the session
  /// @param limits says how many bad tokens a connection may try
  public ResumeHandler(TokenVerifier verifier, Sessions sessions, LimitConfig limits) {
    this.verifier = verifier;
    this.sessions = sessions;
    this.admittance = new Admittance(sessions, limits);
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, AccountRequest.Resume request) {
    caller.become(new ConnectionState.LoggingIn());
    return caller
        .onLoop(verifier.verify(request.token()))
        .thenCompose(token -> resume(caller, token, request))
        .whenComplete((_, failure) -> admittance.refuse(caller, failure));
  }

  private CompletableFuture<Reply> resume(
      Caller caller, VerifiedToken token, AccountRequest.Resume request) {
    return sessions
        .resume(
            caller.connection(),
            new Identity(token.account(), token.id(), null, token.role()),
            request.cursors())
        .thenApply(session -> {
          admittance.accept(caller, session);
          return new Reply.LoggedIn(session.account(), session.role(), null, 0);
        });
  }
}
