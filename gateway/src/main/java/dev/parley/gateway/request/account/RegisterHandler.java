package dev.parley.gateway.request.account;

import dev.parley.contracts.auth.Register;
import dev.parley.contracts.delivery.Done;
import dev.parley.gateway.credential.PasswordSealer;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.limit.Attempts;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.request.Target.Names;
import dev.parley.gateway.session.Sessions;
import java.util.concurrent.CompletableFuture;

/// `register`: makes an account and gives it its place in the lobby; logs in if that is asked for.
public final class RegisterHandler implements RequestHandler<AccountRequest.Register> {
  private final PasswordSealer sealer;
  private final Exchange exchange;
  private final Sessions sessions;
  private final RequestHandler<AccountRequest.Login> login;
  private final Attempts attempts;

  /// Works through these.
  ///
  /// @param sealer seals the password
  /// @param exchange asks auth-service
  /// @param sessions enrolls the account
  /// @param login logs in
  /// @param attempts counts what an address asks for
  public RegisterHandler(
      PasswordSealer sealer,
      Exchange exchange,
      Sessions sessions,
      RequestHandler<AccountRequest.Login> login,
      Attempts attempts) {
    this.sealer = sealer;
    this.exchange = exchange;
    this.sessions = sessions;
    this.login = login;
    this.attempts = attempts;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, AccountRequest.Register request) {
    String account = Names.handle(request.user());
    Passwords.checkLength(request.password());
    TooMany.refuse(attempts.registration(caller.connection().origin().address()));
    String connection = caller.connection().id();
    return caller
        .onLoop(sealer.seal(request.password(), account, connection))
        .thenCompose(sealed ->
            exchange.askAuth(
                caller.loop(),
                Done.class,
                replyTo ->
                    new Register(
                        account, sealed, connection, caller.connection().origin(), replyTo)))
        .thenCompose(_ -> sessions.enroll(caller.loop(), account))
        .thenCompose(_ -> registered(caller, request, account));
  }

  private CompletableFuture<Reply> registered(
      Caller caller, AccountRequest.Register request, String account) {
    return request.login()
        ? login.handle(caller, new AccountRequest.Login(account, request.password(), false))
        : CompletableFuture.completedFuture(new Reply.Registered(account));
  }
}
