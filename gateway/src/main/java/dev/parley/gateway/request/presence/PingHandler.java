package dev.parley.gateway.request.presence;

import dev.parley.contracts.delivery.BlockChecked;
import dev.parley.contracts.delivery.PingAnswered;
import dev.parley.contracts.presence.Ping;
import dev.parley.contracts.query.CheckBlock;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.door.Reply.Reachability;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.PresenceRequest;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.request.Target.Names;
import dev.parley.gateway.session.Session;
import java.util.concurrent.CompletableFuture;

/// `ping`: whether an account is here, unless it has blocked the one that asks.
public final class PingHandler implements RequestHandler<PresenceRequest.Ping> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks routing-service about the block, then presence-service
  public PingHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, PresenceRequest.Ping request) {
    Session session = caller.requireSession();
    String account = session.account();
    String other = Names.handle(request.user());
    return exchange
        .askQuery(
            caller.loop(),
            session.id(),
            BlockChecked.class,
            replyTo -> new CheckBlock(account, other, replyTo))
        .thenCompose(block ->
            block.blocked()
                ? CompletableFuture.completedFuture(
                    new Reply.Pinged(other, Reachability.BLOCKED, null))
                : reachability(caller, account, other));
  }

  private CompletableFuture<Reply> reachability(Caller caller, String account, String other) {
    return exchange
        .askPresence(
            caller.loop(),
            account,
            PingAnswered.class,
            replyTo -> new Ping(account, other, replyTo))
        .thenApply(answer -> new Reply.Pinged(other, state(answer), answer.lastSeen()));
  }

  private static Reachability state(PingAnswered answer) {
    if (!answer.online()) {
      return Reachability.OFFLINE;
    }
    return Boolean.TRUE.equals(answer.away()) ? Reachability.AWAY : Reachability.ONLINE;
  }
}
