package dev.parley.routing.history;

import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.FetchPinned;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.history.HistoryStore.Access;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Reads the pinned messages of a conversation; where there are too many, the latest.
@Singleton
public final class FetchPinnedHandler implements QueryHandler<FetchPinned> {
  private static final int MAX_PINNED = 200;

  private final HistoryStore store;
  private final ReadAccess access;

  /// Prepares the handler.
  ///
  /// @param store where messages are read
  /// @param access who may read
  public FetchPinnedHandler(HistoryStore store, ReadAccess access) {
    this.store = store;
    this.access = access;
  }

  @Override
  public Class<FetchPinned> kind() {
    return FetchPinned.class;
  }

  @Override
  public Reply answer(FetchPinned query) {
    Optional<Access> found = store.access(query.conversation(), query.account());
    Refusal refusal = access.check(query.conversation(), query.account(), found);
    if (refusal != null) {
      return Refusals.of(query, refusal);
    }
    List<ReadMessage> newestFirst =
        found.map(each -> store.pinned(each.id(), query.account(), MAX_PINNED)).orElse(List.of());
    MessagePage page = MessagePage.of(newestFirst, MAX_PINNED, MessagePage.MAX_SIZE);
    return MessagePage.answer(query.replyTo().request(), page.taken().reversed(), null);
  }
}
