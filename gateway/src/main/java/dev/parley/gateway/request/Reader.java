package dev.parley.gateway.request;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.delivery.HistoryPage;
import dev.parley.contracts.query.FetchHistory;
import dev.parley.contracts.query.QueryRecord;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.session.Session;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// Somebody who asks routing-service about a conversation, which says whether they may read it. For
/// the event loop of the connection.
///
/// @param session whose session
/// @param conversation conversation id
/// @param loop where answers are wanted
public record Reader(Session session, String conversation, Executor loop) {
  /// {@return the caller, as a reader of what the request names}
  ///
  /// @param caller who asks; needs a session
  /// @param target as it was written
  public static Reader of(Caller caller, Target target) {
    Session session = caller.requireSession();
    return new Reader(session, target.conversation(session.account()), caller.loop());
  }

  /// {@return handle of who asks}
  public String account() {
    return session.account();
  }

  /// Asks.
  ///
  /// @param <R> kind of the answer
  /// @param exchange asks routing-service
  /// @param expected kind of the answer
  /// @param query makes the question
  /// @return completes on the loop; fails with what routing-service says
  public <R> CompletableFuture<R> ask(
      Exchange exchange, Class<R> expected, Function<ReplyTo, QueryRecord> query) {
    return exchange.askQuery(loop, session.id(), expected, query);
  }

  /// Asks for one message.
  ///
  /// @param exchange asks routing-service
  /// @param seq seq of the message
  /// @return a page that ends with the message; with the one before it, or none, if it is not there
  public CompletableFuture<HistoryPage> askMessage(Exchange exchange, long seq) {
    return ask(
        exchange,
        HistoryPage.class,
        replyTo -> new FetchHistory(account(), conversation, seq + 1, 1, replyTo));
  }
}
