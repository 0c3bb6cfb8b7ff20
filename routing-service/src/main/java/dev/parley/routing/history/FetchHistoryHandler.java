package dev.parley.routing.history;

import dev.parley.contracts.delivery.HistoryPage;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.FetchHistory;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.history.HistoryStore.Access;
import dev.parley.routing.history.HistoryStore.Span;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads pages of a conversation's messages, each as it is now.
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
    return found
        .map(each -> page(query, each.id()))
        .orElseGet(() -> MessagePage.answer(query.replyTo().request(), List.of(), null));
  }

  private HistoryPage page(FetchHistory query, long id) {
    int limit = Math.clamp(query.limit(), 1, MAX_LIMIT);
    Long after = query.after();
    Long around = query.around();
    if (around != null) {
      return around(query, id, around, limit);
    }
    if (after != null) {
      MessagePage newer = read(query, id, new Span.After(after), limit, MessagePage.MAX_SIZE);
      return answer(query, newer.taken(), newer.more());
    }
    Long before = query.before();
    Span span = new Span.Before(before == null ? Long.MAX_VALUE : before);
    MessagePage older = read(query, id, span, limit, MessagePage.MAX_SIZE);
    return answer(query, older.taken().reversed(), older.more());
  }

  /// Half of the page up to the seq, the other half behind it.
  private HistoryPage around(FetchHistory query, long id, long seq, int limit) {
    int maxSize = MessagePage.MAX_SIZE / 2;
    int half = limit / 2 + limit % 2;
    MessagePage older = read(query, id, new Span.Before(seq + 1), half, maxSize);
    List<ReadMessage> all = new ArrayList<>(older.taken().reversed());
    if (limit > half) {
      all.addAll(read(query, id, new Span.After(seq), limit - half, maxSize).taken());
    }
    return answer(query, all, older.more());
  }

  private MessagePage read(FetchHistory query, long id, Span span, int limit, int maxSize) {
    return MessagePage.of(store.messages(id, span, query.account(), limit + 1), limit, maxSize);
  }

  private static HistoryPage answer(
      FetchHistory query, List<ReadMessage> oldestFirst, boolean more) {
    return MessagePage.answer(query.replyTo().request(), oldestFirst, more);
  }
}
