package dev.parley.routing.history;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.delivery.ConversationList;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.ListConversations;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// Lists an account's conversations with their cursors, and whom it blocks. The inbox is always
/// there, also before its first entry makes it.
@Singleton
public final class ListConversationsHandler implements QueryHandler<ListConversations> {
  private final HistoryStore store;

  /// Prepares the handler.
  ///
  /// @param store where conversations are read
  public ListConversationsHandler(HistoryStore store) {
    this.store = store;
  }

  @Override
  public Class<ListConversations> kind() {
    return ListConversations.class;
  }

  @Override
  public Reply answer(ListConversations query) {
    String inbox = ConversationId.inbox(query.account());
    List<ConversationSummary> conversations = new ArrayList<>(store.summaries(query.account()));
    if (conversations.stream().noneMatch(each -> each.conversation().equals(inbox))) {
      conversations.add(new ConversationSummary(inbox, 0, 0, 0, 1));
    }
    return new ConversationList(
        query.replyTo().request(), conversations, store.blockedBy(query.account()));
  }
}
