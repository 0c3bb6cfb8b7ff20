package dev.parley.gateway.request.group;

import dev.parley.contracts.conversation.CreateGroup;
import dev.parley.contracts.delivery.Done;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.request.Target.Names;
import dev.parley.gateway.session.Session;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// `create group`: makes a closed group with its first members.
public final class CreateGroupHandler implements RequestHandler<Request.CreateGroup> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks the owner of the group
  public CreateGroupHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, Request.CreateGroup request) {
    Session session = caller.requireSession();
    String group = Names.group(request.name());
    List<String> members = request.users().stream().map(Names::handle).distinct().toList();
    String id = session.nextClientMessageId();
    return exchange
        .askConversation(
            caller.loop(),
            group,
            Done.class,
            replyTo -> new CreateGroup(group, session.account(), members, id, replyTo))
        .thenApply(_ -> new Reply.GroupEntered(group));
  }
}
