package dev.parley.gateway.session;

import dev.parley.contracts.delivery.BacklogPage;
import dev.parley.contracts.query.FetchBacklog;
import dev.parley.contracts.query.Range;
import dev.parley.gateway.exchange.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Fetches what a session missed, page by page.
public final class Backlog {
  private final Exchange exchange;
  private final int pageSize;
  private final Duration readTimeout;

  /// Fetches through an exchange.
  ///
  /// @param exchange asks routing-service
  /// @param pageSize most entries in a page
  /// @param readTimeout longest wait for a client to take a part of its backlog
  public Backlog(Exchange exchange, int pageSize, Duration readTimeout) {
    this.exchange = exchange;
    this.pageSize = pageSize;
    this.readTimeout = readTimeout;
  }

  /// {@return longest wait for a client to take a part of its backlog}
  Duration readTimeout() {
    return readTimeout;
  }

  /// Fetches one page.
  ///
  /// @param session who reads
  /// @param ranges what is wanted
  /// @return the page, on the session's loop; its `remaining` says what to ask for next
  public CompletableFuture<BacklogPage> fetch(Session session, List<Range> ranges) {
    return exchange.askQuery(
        session.connection().loop(),
        session.id(),
        BacklogPage.class,
        replyTo ->
            new FetchBacklog(
                session.account(), ranges, pageSize, replyTo, session.connection().acknowledges()));
  }
}
