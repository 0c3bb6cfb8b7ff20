package dev.parley.gateway.request.message;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.conversation.DeleteMessage;
import dev.parley.contracts.conversation.EditMessage;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.MessageChange;
import dev.parley.contracts.conversation.Pin;
import dev.parley.contracts.conversation.React;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.session.Session;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// `edit`, `delete`, `react`, `pin` and what takes them back: takes the change to the log, and
/// answers with the seq it has there.
///
/// @param <R> kind of request
public final class ChangeHandler<R extends MessageRequest.Change> implements RequestHandler<R> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks the owner of the conversation
  public ChangeHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, R request) {
    Session session = caller.requireSession();
    String account = session.account();
    String conversation = request.target().conversation(account);
    Order order = order(request, conversation, session);
    String id = session.clientMessageId(request.clientId());
    return exchange
        .askConversation(
            caller.loop(), conversation, Acknowledged.class, to -> order.record(id).apply(to))
        .thenApply(stored ->
            new Reply.Changed(order.kind(), conversation, account, stored.seq(), stored.at()));
  }

  /// A change that was read: which it is, and what makes the record of it.
  private record Order(EntryKind kind, Function<String, Function<ReplyTo, MessageChange>> records) {
    Function<ReplyTo, MessageChange> record(String clientMessageId) {
      return records.apply(clientMessageId);
    }
  }

  /// What can be refused is refused here, before the change gets an id.
  private static Order order(MessageRequest.Change change, String conversation, Session session) {
    String account = session.account();
    return switch (change) {
      case MessageRequest.Edit(_, long seq, String typed, _) -> {
        String text = Texts.checked(typed, session, conversation);
        yield new Order(
            EntryKind.EDITED,
            id -> to -> new EditMessage(conversation, account, seq, text, id, to));
      }
      case MessageRequest.Delete(_, long seq, _) ->
          new Order(
              EntryKind.DELETED,
              id -> to -> new DeleteMessage(conversation, account, seq, id, to, session.role()));
      case MessageRequest.React(_, long seq, String typed, boolean remove, _) -> {
        String reaction = Texts.reaction(typed);
        yield new Order(
            remove ? EntryKind.UNREACTED : EntryKind.REACTED,
            id -> to -> new React(conversation, account, seq, reaction, remove, id, to));
      }
      case MessageRequest.Pin(_, long seq, boolean remove, _) ->
          new Order(
              remove ? EntryKind.UNPINNED : EntryKind.PINNED,
              id -> to -> new Pin(conversation, account, seq, remove, id, to));
    };
  }
}
