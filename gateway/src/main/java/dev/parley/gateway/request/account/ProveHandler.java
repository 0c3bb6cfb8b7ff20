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

/// The first half of a login, at a door where a session is asked for later: proves who somebody is.
public final class ProveHandler implements RequestHandler<AccountRequest.Prove> {
  private final PasswordProof proof;
  private final Admittance admittance;

  /// Works through these.
  ///
  /// @param proof checks the password
  /// @param sessions ends what cannot go on
  /// @param limits says how many wrong passwords a connection may try
  public ProveHandler(PasswordProof proof, Sessions sessions, LimitConfig limits) {
    this.proof = proof;
    this.admittance = new Admittance(sessions, limits);
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, AccountRequest.Prove request) {
    CompletableFuture<LoggedIn> proven = proof.of(caller, request.user(), request.password());
    caller.become(new ConnectionState.LoggingIn());
    return proven
        .<Reply>thenApply(loggedIn -> admittance.prove(caller, loggedIn))
        .whenComplete((_, failure) -> proof.onRefused(admittance.refuse(caller, failure)));
  }
}
