package dev.parley.gateway.request.group;

import dev.parley.contracts.delivery.GroupList;
import dev.parley.contracts.query.ListGroups;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.GroupRequest;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.session.Session;
import java.util.concurrent.CompletableFuture;

/// `grouplist`: the groups that one may know of.
public final class ListGroupsHandler implements RequestHandler<GroupRequest.ListGroups> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks routing-service
  public ListGroupsHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, GroupRequest.ListGroups request) {
    Session session = caller.requireSession();
    return exchange
        .askQuery(
            caller.loop(),
            session.id(),
            GroupList.class,
            replyTo -> new ListGroups(session.account(), replyTo))
        .thenApply(list -> new Reply.Groups(list.groups()));
  }
}
