package dev.parley.routing.history;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.delivery.MemberList;
import dev.parley.contracts.delivery.MutedMember;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.ListMembers;
import dev.parley.routing.account.Accounts;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.history.HistoryStore.Access;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Lists the members of a group; of the lobby, the first accounts by name.
@Singleton
public final class ListMembersHandler implements QueryHandler<ListMembers> {
  private static final int MAX_LOBBY_MEMBERS = 5_000;

  private final HistoryStore store;
  private final ReadAccess access;
  private final Accounts accounts;
  private final InstantSource clock;

  /// Prepares the handler.
  ///
  /// @param store where members are read
  /// @param access who may read
  /// @param accounts who is in the lobby
  /// @param clock tells which mutes have ended
  public ListMembersHandler(
      HistoryStore store, ReadAccess access, Accounts accounts, InstantSource clock) {
    this.store = store;
    this.access = access;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public Class<ListMembers> kind() {
    return ListMembers.class;
  }

  @Override
  public Reply answer(ListMembers query) {
    long request = query.replyTo().request();
    if (!ConversationId.isGroup(query.conversation())) {
      return Refusals.of(query, Refusal.badCommand(query.conversation() + " is not a group"));
    }
    Optional<Access> found = store.access(query.conversation(), query.account());
    Refusal refusal = access.check(query.conversation(), query.account(), found);
    if (refusal != null) {
      return Refusals.of(query, refusal);
    }
    long id = found.orElseThrow().id();
    boolean isLobby = query.conversation().equals(ConversationId.LOBBY);
    List<String> members = isLobby ? accounts.first(MAX_LOBBY_MEMBERS) : store.members(id);
    List<MutedMember> muted = store.muted(id, clock.millis());
    return new MemberList(request, members, muted.isEmpty() ? null : muted);
  }
}
