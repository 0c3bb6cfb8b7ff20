package dev.parley.routing.history;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.HistoryPage;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.FetchHistory;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.history.HistoryStore.Access;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Reads pages of a conversation's messages.
@Singleton
public final class FetchHistoryHandler implements QueryHandler<FetchHistory> {
  /// As the query's own record says.
  private static final int MAX_LIMIT = 200;

  private final HistoryStore store;
  private final ReadAccess access;

  /// Prepares the handler.
  ///
  /// @param store where messages are read
  /// @param access who may read
  public FetchHistoryHandler(HistoryStore store, ReadAccess access) {
    this.store = store;
    this.access = access;
  }

  @Override
  public Class<FetchHistory> kind() {
    return FetchHistory.class;
  }

  @Override
  public Reply answer(FetchHistory query) {
    Optional<Access> found = store.access(query.conversation(), query.account());
    Refusal refusal = access.check(query.conversation(), query.account(), found);
    if (refusal != null) {
      return Refusals.of(query, refusal);
    }
    List<Entry> messages = found.map(each -> page(query, each)).orElse(List.of());
    return new HistoryPage(query.replyTo().request(), messages, List.of(), null);
  }

  private List<Entry> page(FetchHistory query, Access conversation) {
    int limit = Math.clamp(query.limit(), 1, MAX_LIMIT);
    return store.messages(conversation.id(), query.before(), query.account(), limit).reversed();
  }
}
