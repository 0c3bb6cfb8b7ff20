package dev.parley.gateway.request.group;

import dev.parley.contracts.conversation.AddMembers;
import dev.parley.contracts.delivery.Done;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.door.Reply.GroupChange;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.request.Target.Names;
import dev.parley.gateway.session.Session;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// `group add`: adds members to a group.
public final class AddMembersHandler implements RequestHandler<Request.AddMembers> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks the owner of the group
  public AddMembersHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, Request.AddMembers request) {
    Session session = caller.requireSession();
    String group = Names.group(request.name());
    List<String> accounts = request.users().stream().map(Names::handle).distinct().toList();
    String id = session.nextClientMessageId();
    return exchange
        .askConversation(
            caller.loop(),
            group,
            Done.class,
            replyTo -> new AddMembers(group, session.account(), accounts, id, replyTo))
        .thenApply(_ -> new Reply.GroupChanged(GroupChange.ADD, group));
  }
}
