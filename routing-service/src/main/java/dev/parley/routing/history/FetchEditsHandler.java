package dev.parley.routing.history;

import dev.parley.contracts.delivery.Edit;
import dev.parley.contracts.delivery.EditList;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.FetchEdits;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.history.HistoryStore.Access;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Reads the versions of a message; where there are too many, the first ones.
@Singleton
public final class FetchEditsHandler implements QueryHandler<FetchEdits> {
  private static final int MAX_EDITS = 100;

  private final HistoryStore store;
  private final ReadAccess access;

  /// Prepares the handler.
  ///
  /// @param store where messages are read
  /// @param access who may read
  public FetchEditsHandler(HistoryStore store, ReadAccess access) {
    this.store = store;
    this.access = access;
  }

  @Override
  public Class<FetchEdits> kind() {
    return FetchEdits.class;
  }

  @Override
  public Reply answer(FetchEdits query) {
    Optional<Access> found = store.access(query.conversation(), query.account());
    Refusal refusal = access.check(query.conversation(), query.account(), found);
    if (refusal != null) {
      return Refusals.of(query, refusal);
    }
    List<Edit> edits =
        found
            .map(each -> store.edits(each.id(), query.message(), query.account(), MAX_EDITS))
            .orElse(List.of());
    return edits.isEmpty()
        ? Refusals.of(query, Refusal.noSuchMessage(query.message()))
        : new EditList(query.replyTo().request(), edits);
  }
}
