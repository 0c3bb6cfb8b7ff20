package dev.parley.gateway.request.message;

import dev.parley.contracts.delivery.EditList;
import dev.parley.contracts.query.FetchEdits;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.Reader;
import dev.parley.gateway.request.RequestHandler;
import java.util.concurrent.CompletableFuture;

/// Every version of a message in a conversation that one belongs to.
public final class EditsHandler implements RequestHandler<MessageRequest.Edits> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks routing-service
  public EditsHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, MessageRequest.Edits request) {
    Reader reader = Reader.of(caller, request.target());
    return reader
        .ask(
            exchange,
            EditList.class,
            replyTo ->
                new FetchEdits(reader.account(), reader.conversation(), request.seq(), replyTo))
        .thenApply(list -> new Reply.Edits(list.edits()));
  }
}
