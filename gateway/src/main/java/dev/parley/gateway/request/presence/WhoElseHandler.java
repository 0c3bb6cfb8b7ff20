package dev.parley.gateway.request.presence;

import dev.parley.contracts.delivery.OnlineAccounts;
import dev.parley.contracts.presence.WhoElse;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.PresenceRequest;
import dev.parley.gateway.request.RequestHandler;
import java.util.concurrent.CompletableFuture;

/// `whoelse`: who is logged in beside the one that asks.
public final class WhoElseHandler implements RequestHandler<PresenceRequest.WhoElse> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks presence-service
  public WhoElseHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, PresenceRequest.WhoElse request) {
    String account = caller.account();
    return exchange
        .askPresence(
            caller.loop(), account, OnlineAccounts.class, replyTo -> new WhoElse(account, replyTo))
        .thenApply(online -> new Reply.Online(online.accounts()));
  }
}
