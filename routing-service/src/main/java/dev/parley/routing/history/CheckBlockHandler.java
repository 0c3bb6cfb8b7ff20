package dev.parley.routing.history;

import dev.parley.contracts.delivery.BlockChecked;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.CheckBlock;
import dev.parley.routing.account.AccountLookup;
import dev.parley.routing.conversation.Refusal;
import jakarta.inject.Singleton;

/// Tells whether the asker is blocked by somebody.
@Singleton
public final class CheckBlockHandler implements QueryHandler<CheckBlock> {
  private final HistoryStore store;
  private final AccountLookup accounts;

  /// Prepares the handler.
  ///
  /// @param store where blocks are read
  /// @param accounts which accounts exist
  public CheckBlockHandler(HistoryStore store, AccountLookup accounts) {
    this.store = store;
    this.accounts = accounts;
  }

  @Override
  public Class<CheckBlock> kind() {
    return CheckBlock.class;
  }

  @Override
  public Reply answer(CheckBlock query) {
    if (!accounts.exists(query.by())) {
      return Refusals.of(query, Refusal.noSuchUser(query.by()));
    }
    return new BlockChecked(
        query.replyTo().request(), store.isBlocked(query.by(), query.account()));
  }
}
