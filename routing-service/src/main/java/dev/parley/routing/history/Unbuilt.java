package dev.parley.routing.history;

import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.FetchEdits;
import dev.parley.contracts.query.FetchPinned;
import dev.parley.contracts.query.QueryRecord;
import dev.parley.contracts.query.Search;
import dev.parley.routing.conversation.Refusal;
import jakarta.inject.Singleton;

/// Refuses what is not built yet.
final class Unbuilt {
  private Unbuilt() {}

  private abstract static class Refusing<Q extends QueryRecord> implements QueryHandler<Q> {
    @Override
    public Reply answer(Q query) {
      return Refusals.of(query, Refusal.badCommand("not built yet"));
    }
  }

  @Singleton
  static final class RefusingFetchEdits extends Refusing<FetchEdits> {
    @Override
    public Class<FetchEdits> kind() {
      return FetchEdits.class;
    }
  }

  @Singleton
  static final class RefusingFetchPinned extends Refusing<FetchPinned> {
    @Override
    public Class<FetchPinned> kind() {
      return FetchPinned.class;
    }
  }

  @Singleton
  static final class RefusingSearch extends Refusing<Search> {
    @Override
    public Class<Search> kind() {
      return Search.class;
    }
  }
}
