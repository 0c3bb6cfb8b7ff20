package dev.parley.gateway.request.message;

import dev.parley.contracts.delivery.HistoryPage;
import dev.parley.contracts.query.FetchHistory;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.Reader;
import dev.parley.gateway.request.RequestHandler;
import java.util.concurrent.CompletableFuture;

/// `history`: a page of a conversation that one belongs to.
public final class HistoryHandler implements RequestHandler<MessageRequest.History> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks routing-service
  public HistoryHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, MessageRequest.History request) {
    Reader reader = Reader.of(caller, request.target());
    return reader
        .ask(
            exchange,
            HistoryPage.class,
            replyTo ->
                new FetchHistory(
                    reader.account(),
                    reader.conversation(),
                    request.before(),
                    request.limit(),
                    replyTo,
                    request.after(),
                    request.around()))
        .thenApply(page ->
            new Reply.History(
                reader.conversation(),
                reader.account(),
                page.messages(),
                States.bySeq(page),
                Boolean.TRUE.equals(page.more())));
  }
}
