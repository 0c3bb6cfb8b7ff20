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
    List<Hit> taken = found.size() > limit ? found.subList(0, limit) : found;
    String next = found.size() > limit ? taken.getLast().place().token() : null;
    return new SearchPage(query.replyTo().request(), results(taken), next);
  }

  /// What was withdrawn a moment ago may still be in the index.
  private List<SearchResult> results(List<Hit> hits) {
    Map<Position, ReadMessage> read =
        messages.messages(hits.stream().map(hit -> hit.place().position()).toList());
    List<SearchResult> results = new ArrayList<>();
    for (Hit hit : hits) {
      ReadMessage message = read.get(hit.place().position());
      MessageState state = message == null ? null : message.state();
      if (message != null && (state == null || !state.deleted())) {
        results.add(new SearchResult(hit.conversation(), message.entry(), state));
      }
    }
    return results;
  }
}
