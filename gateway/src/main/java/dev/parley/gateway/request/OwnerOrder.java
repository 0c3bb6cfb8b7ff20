package dev.parley.gateway.request;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.delivery.Done;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.session.Session;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// An order to the owner of a conversation that is done or refused, and what its asker is told when
/// it is done.
///
/// @param conversation id of the conversation, in whose log order it is done
/// @param record makes the record
/// @param done the answer once it is done
public record OwnerOrder(
    String conversation, Function<ReplyTo, ConversationRecord> record, Reply done) {

  /// Reads a request as an order.
  ///
  /// @param <R> kind of request
  @FunctionalInterface
  public interface Of<R extends Request> {
    /// {@return the order}
    ///
    /// @param session who asks
    /// @param request what is asked; its names are checked here
    OwnerOrder order(Session session, R request);
  }

  /// {@return a handler that passes such requests on to the owner}
  ///
  /// @param <R> kind of request
  /// @param exchange asks the owner
  /// @param orders reads the request
  public static <R extends Request> RequestHandler<R> handler(Exchange exchange, Of<R> orders) {
    return (caller, request) -> {
      OwnerOrder order = orders.order(caller.requireSession(), request);
      return order.give(exchange, caller);
    };
  }

  private CompletableFuture<Reply> give(Exchange exchange, Caller caller) {
    return exchange
        .askConversation(caller.loop(), conversation, Done.class, record)
        .thenApply(_ -> done);
  }
}
