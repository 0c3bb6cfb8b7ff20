package dev.parley.routing.history;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.delivery.GroupList;
import dev.parley.contracts.delivery.GroupSummary;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.ListGroups;
import dev.parley.routing.account.Accounts;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Lists the groups that the asker may know of. Where there are too many, its own come first.
@Singleton
public final class ListGroupsHandler implements QueryHandler<ListGroups> {
  private static final int MAX_GROUPS = 1_000;

  private final HistoryStore store;
  private final Accounts accounts;

  /// Prepares the handler.
  ///
  /// @param store where groups are read
  /// @param accounts who is in the lobby
  public ListGroupsHandler(HistoryStore store, Accounts accounts) {
    this.store = store;
    this.accounts = accounts;
  }

  @Override
  public Class<ListGroups> kind() {
    return ListGroups.class;
  }

  @Override
  public Reply answer(ListGroups query) {
    GroupSummary lobby = new GroupSummary(ConversationId.LOBBY, accounts.count());
    List<GroupSummary> groups =
        Stream.of(List.of(lobby), store.groupsOf(query.account()), store.openGroups(MAX_GROUPS))
            .flatMap(List::stream)
            .distinct()
            .limit(MAX_GROUPS)
            .sorted(Comparator.comparing(GroupSummary::conversation))
            .toList();
    return new GroupList(query.replyTo().request(), groups);
  }
}
