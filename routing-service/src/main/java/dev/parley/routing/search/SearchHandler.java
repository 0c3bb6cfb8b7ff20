package dev.parley.routing.search;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.delivery.MessageState;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.delivery.SearchPage;
import dev.parley.contracts.delivery.SearchResult;
import dev.parley.contracts.query.Search;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.history.HistoryStore;
import dev.parley.routing.history.HistoryStore.Position;
import dev.parley.routing.history.MessagePage;
import dev.parley.routing.history.QueryHandler;
import dev.parley.routing.history.ReadMessage;
import dev.parley.routing.history.Refusals;
import dev.parley.routing.search.SearchStore.Hit;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Finds messages by their words, and shows each as it is now.
@Singleton
public final class SearchHandler implements QueryHandler<Search> {
  /// As the query's own record says.
  private static final int MAX_LIMIT = 50;

  private final SearchStore index;
  private final HistoryStore messages;

  /// Prepares the handler.
  ///
  /// @param index finds messages
  /// @param messages reads them
  public SearchHandler(SearchStore index, HistoryStore messages) {
    this.index = index;
    this.messages = messages;
  }

  @Override
  public Class<Search> kind() {
    return Search.class;
  }

  @Override
  public Reply answer(Search query) {
    try {
      return page(query);
    } catch (QuerySyntaxException e) {
      return Refusals.of(query, Refusal.badCommand(String.valueOf(e.getMessage())));
    } catch (SearchTooSlowException _) {
      return Refusals.of(
          query,
          new Refusal(ErrorCode.UNAVAILABLE, "this takes too long; say more of what you look for"));
    }
  }

  private SearchPage page(Search query) {
    int limit = Math.clamp(query.limit(), 1, MAX_LIMIT);
    List<Term> terms = QueryParser.parse(query.account(), query.query());
    String token = query.before();
    Place before = token == null ? null : Place.of(token);
    List<Hit> found = index.find(query.account(), terms, before, limit + 1);
    List<SearchResult> results = new ArrayList<>();
    int looked = take(found, limit, results);
    String next = looked < found.size() ? found.get(looked - 1).place().token() : null;
    return new SearchPage(query.replyTo().request(), results, next);
  }

  /// Takes what fits into an answer; the first one always does. What was withdrawn a moment ago may
  /// still be in the index.
  ///
  /// @return how many of the hits that went through
  private int take(List<Hit> hits, int limit, List<SearchResult> results) {
    Map<Position, ReadMessage> read =
        messages.messages(hits.stream().map(hit -> hit.place().position()).toList());
    int size = 0;
    int looked = 0;
    for (Hit hit : hits.subList(0, Math.min(limit, hits.size()))) {
      ReadMessage message = read.get(hit.place().position());
      if (message != null && !isWithdrawn(message)) {
        size += message.size();
        if (size > MessagePage.MAX_SIZE && !results.isEmpty()) {
          return looked;
        }
        results.add(new SearchResult(hit.conversation(), message.entry(), message.state()));
      }
      looked++;
    }
    return looked;
  }

  private static boolean isWithdrawn(ReadMessage message) {
    MessageState state = message.state();
    return state != null && state.deleted();
  }
}
