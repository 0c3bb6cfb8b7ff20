package dev.parley.gateway.request.message;

import dev.parley.contracts.delivery.HistoryPage;
import dev.parley.contracts.query.FetchHistory;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.session.Session;
import java.util.concurrent.CompletableFuture;

/// `history`: a page of a conversation that one belongs to.
public final class HistoryHandler implements RequestHandler<Request.History> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks routing-service
  public HistoryHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, Request.History request) {
    Session session = caller.requireSession();
    String account = session.account();
    String conversation = request.target().conversation(account);
    return exchange
        .askQuery(
            caller.loop(),
            session.id(),
            HistoryPage.class,
            replyTo ->
                new FetchHistory(
                    account,
                    conversation,
                    request.before(),
                    request.limit(),
                    replyTo,
                    request.after(),
                    request.around()))
        .thenApply(page ->
            new Reply.History(
                conversation,
                account,
                page.messages(),
                States.bySeq(page),
                Boolean.TRUE.equals(page.more())));
  }
}
