package dev.parley.gateway.request.message;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.delivery.ConversationList;
import dev.parley.contracts.query.ListConversations;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.session.Session;
import java.util.concurrent.CompletableFuture;

/// `conversations`: where one belongs to, with head and cursors of each, and whom one blocks.
public final class ConversationsHandler implements RequestHandler<MessageRequest.Conversations> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks routing-service
  public ConversationsHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, MessageRequest.Conversations request) {
    Session session = caller.requireSession();
    return exchange
        .askQuery(
            caller.loop(),
            session.id(),
            ConversationList.class,
            replyTo -> new ListConversations(session.account(), replyTo, true))
        .thenApply(list -> reply(session, list));
  }

  private static Reply reply(Session session, ConversationList list) {
    return new Reply.Conversations(
        session.account(),
        list.conversations().stream()
            .filter(each -> !ConversationId.isInbox(each.conversation()))
            .map(session::withOwnCursor)
            .toList(),
        list.blocked());
  }
}
