package dev.parley.gateway.request.group;

import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.contracts.delivery.Done;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.request.Target.Names;
import dev.parley.gateway.session.Session;
import java.util.concurrent.CompletableFuture;

/// `/group NAME`: joins an open group, which is made if there is none.
public final class JoinGroupHandler implements RequestHandler<Request.JoinGroup> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks the owner of the group
  public JoinGroupHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, Request.JoinGroup request) {
    Session session = caller.requireSession();
    String group = Names.group(request.name());
    String id = session.nextClientMessageId();
    return exchange
        .askConversation(
            caller.loop(),
            group,
            Done.class,
            replyTo -> new JoinGroup(group, session.account(), id, replyTo))
        .thenApply(_ -> new Reply.GroupEntered(group));
  }
}
