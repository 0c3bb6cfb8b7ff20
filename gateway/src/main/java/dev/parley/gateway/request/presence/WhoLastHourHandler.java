package dev.parley.gateway.request.presence;

import dev.parley.contracts.delivery.RecentAccounts;
import dev.parley.contracts.presence.WhoLastHour;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.PresenceRequest;
import dev.parley.gateway.request.RequestHandler;
import java.util.concurrent.CompletableFuture;

/// `wholasthr`: who had a session at any moment of the last 60 minutes.
public final class WhoLastHourHandler implements RequestHandler<PresenceRequest.WhoLastHour> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks presence-service
  public WhoLastHourHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, PresenceRequest.WhoLastHour request) {
    String account = caller.account();
    return exchange
        .askPresence(
            caller.loop(),
            account,
            RecentAccounts.class,
            replyTo -> new WhoLastHour(account, replyTo))
        .thenApply(recent -> new Reply.Recent(recent.accounts()));
  }
}
