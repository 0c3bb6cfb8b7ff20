package dev.parley.gateway.request.account;

import dev.parley.contracts.auth.ChangePassword;
import dev.parley.contracts.auth.SealedPassword;
import dev.parley.contracts.delivery.Done;
import dev.parley.gateway.credential.PasswordSealer;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.RequestHandler;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// `password`: changes the password of the account that is logged in.
public final class ChangePasswordHandler implements RequestHandler<AccountRequest.ChangePassword> {
  private final PasswordSealer sealer;
  private final Exchange exchange;

  /// Works through these.
  ///
  /// @param sealer seals both passwords
  /// @param exchange asks auth-service
  public ChangePasswordHandler(PasswordSealer sealer, Exchange exchange) {
    this.sealer = sealer;
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, AccountRequest.ChangePassword request) {
    Passwords.checkLength(request.oldPassword());
    Passwords.checkLength(request.newPassword());
    String account = caller.account();
    // The session goes on, as the only one: auth-service keeps its id for that.
    String session = caller.requireSession().id();
    CompletableFuture<SealedPassword> present =
        sealer.seal(request.oldPassword(), account, session);
    return caller
        .onLoop(
            sealer
                .seal(request.newPassword(), account, session)
                .thenCombine(present, (wanted, old) -> List.of(old, wanted)))
        .thenCompose(sealed ->
            exchange.askAuth(
                caller.loop(),
                Done.class,
                replyTo ->
                    new ChangePassword(
                        account,
                        sealed.getFirst(),
                        sealed.getLast(),
                        session,
                        caller.connection().origin(),
                        replyTo)))
        .thenApply(_ -> new Reply.PasswordChanged());
  }
}
