package dev.parley.gateway.request.account;

import dev.parley.contracts.auth.LoginWithKey;
import dev.parley.contracts.delivery.LoggedIn;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.limit.LimitConfig;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.session.ConnectionState;
import dev.parley.gateway.session.Sessions;
import java.util.concurrent.CompletableFuture;

/// The first half of a login by key: the door has verified that the client holds it, auth-service
/// knows whose it is.
public final class ProveByKeyHandler implements RequestHandler<AccountRequest.ProveByKey> {
  private final Exchange exchange;
  private final Admittance admittance;

  /// Works through these.
  ///
  /// @param exchange asks auth-service
  /// @param sessions ends what cannot go on
  /// @param limits says how many wrong keys a connection may try
  public ProveByKeyHandler(Exchange exchange, Sessions sessions, LimitConfig limits) {
    this.exchange = exchange;
    this.admittance = new Admittance(sessions, limits);
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, AccountRequest.ProveByKey request) {
    String account = PasswordProof.accountOf(request.user());
    caller.become(new ConnectionState.LoggingIn());
    return exchange
        .askAuth(
            caller.loop(),
            LoggedIn.class,
            replyTo ->
                new LoginWithKey(
                    account,
                    request.key(),
                    caller.connection().id(),
                    caller.connection().origin(),
                    replyTo))
        .<Reply>thenApply(loggedIn -> admittance.prove(caller, loggedIn))
        .whenComplete((_, failure) -> admittance.refuse(caller, failure));
  }
}
