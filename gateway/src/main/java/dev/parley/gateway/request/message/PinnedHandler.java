package dev.parley.gateway.request.message;

import dev.parley.contracts.delivery.HistoryPage;
import dev.parley.contracts.query.FetchPinned;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.Reader;
import dev.parley.gateway.request.RequestHandler;
import java.util.concurrent.CompletableFuture;

/// `pinned`: the pinned messages of a conversation that one belongs to.
public final class PinnedHandler implements RequestHandler<MessageRequest.Pinned> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks routing-service
  public PinnedHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, MessageRequest.Pinned request) {
    Reader reader = Reader.of(caller, request.target());
    return reader
        .ask(
            exchange,
            HistoryPage.class,
            replyTo -> new FetchPinned(reader.account(), reader.conversation(), replyTo))
        .thenApply(page ->
            new Reply.Pinned(
                reader.conversation(), reader.account(), page.messages(), States.bySeq(page)));
  }
}
