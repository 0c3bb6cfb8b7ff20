package dev.parley.gateway.request.group;

import dev.parley.contracts.delivery.MemberList;
import dev.parley.contracts.query.ListMembers;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.request.Target.Names;
import dev.parley.gateway.session.Session;
import java.util.concurrent.CompletableFuture;

/// `group members`: who belongs to a group of one's own.
public final class ListMembersHandler implements RequestHandler<Request.ListMembers> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks routing-service
  public ListMembersHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, Request.ListMembers request) {
    Session session = caller.requireSession();
    String group = Names.group(request.name());
    return exchange
        .askQuery(
            caller.loop(),
            session.id(),
            MemberList.class,
            replyTo -> new ListMembers(session.account(), group, replyTo))
        .thenApply(list -> new Reply.Members(group, list.accounts()));
  }
}
