package dev.parley.gateway.request.group;

import dev.parley.contracts.conversation.RemoveMember;
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

/// `group remove`: removes a member from a group.
public final class RemoveMemberHandler implements RequestHandler<Request.RemoveMember> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks the owner of the group
  public RemoveMemberHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, Request.RemoveMember request) {
    Session session = caller.requireSession();
    String group = Names.group(request.name());
    String account = Names.handle(request.user());
    String id = session.nextClientMessageId();
    return exchange
        .askConversation(
            caller.loop(),
            group,
            Done.class,
            replyTo -> new RemoveMember(group, session.account(), account, id, replyTo))
        .thenApply(_ -> new Reply.GroupChanged(GroupChange.REMOVE, group));
  }
}
