package dev.parley.gateway.request.account;

import dev.parley.contracts.auth.CheckKey;
import dev.parley.contracts.delivery.Done;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.RequestHandler;
import java.util.concurrent.CompletableFuture;

/// Asks auth-service whether a key would log an account in. It proves nothing.
public final class TryKeyHandler implements RequestHandler<AccountRequest.TryKey> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks auth-service
  public TryKeyHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, AccountRequest.TryKey request) {
    String account = PasswordProof.accountOf(request.user());
    return exchange
        .askAuth(
            caller.loop(), Done.class, replyTo -> new CheckKey(account, request.key(), replyTo))
        .thenApply(_ -> new Reply.Done());
  }
}
