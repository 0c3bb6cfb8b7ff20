package dev.parley.gateway.request.group;

import dev.parley.contracts.conversation.LeaveGroup;
import dev.parley.contracts.delivery.Done;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.door.Reply.GroupChange;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.request.Target.Names;
import dev.parley.gateway.session.Session;
import java.util.concurrent.CompletableFuture;

/// `group leave`: leaves a group.
public final class LeaveGroupHandler implements RequestHandler<Request.LeaveGroup> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks the owner of the group
  public LeaveGroupHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, Request.LeaveGroup request) {
    Session session = caller.requireSession();
    String group = Names.group(request.name());
    String id = session.nextClientMessageId();
    return exchange
        .askConversation(
            caller.loop(),
            group,
            Done.class,
            replyTo -> new LeaveGroup(group, session.account(), id, replyTo))
        .thenApply(_ -> new Reply.GroupChanged(GroupChange.LEAVE, group));
  }
}
