package dev.parley.gateway.request.message;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.MessageText;
import dev.parley.contracts.delivery.SearchPage;
import dev.parley.contracts.query.Search;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.session.Session;
import java.util.concurrent.CompletableFuture;

/// `search`: messages by their words, in all conversations that one belongs to.
public final class SearchHandler implements RequestHandler<MessageRequest.Search> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks routing-service
  public SearchHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, MessageRequest.Search request) {
    Session session = caller.requireSession();
    String account = session.account();
    String query = checked(request.query());
    return exchange
        .askQuery(
            caller.loop(),
            session.id(),
            SearchPage.class,
            replyTo -> new Search(account, query, request.limit(), request.before(), replyTo))
        .thenApply(page -> new Reply.Found(account, page.results(), page.next()));
  }

  private static String checked(String typed) {
    String query = MessageText.clean(typed).strip();
    if (query.isEmpty()) {
      throw new RequestFailedException(ErrorCode.BAD_COMMAND, "search for what?");
    }
    if (MessageText.length(query) > Search.MAX_QUERY_LENGTH) {
      throw new RequestFailedException(
          ErrorCode.TOO_LONG, "a query has at most " + Search.MAX_QUERY_LENGTH + " characters");
    }
    return query;
  }
}
